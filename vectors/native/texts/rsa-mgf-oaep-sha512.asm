# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  e1f06d34318db315525ba9e0ee34dd580b3845b125e555f84fc2470f60f814ce"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    24343f544a62c55c0dbddc77cd656a33c9790a68bbb4c953963142285b093103
    f5767c85ae97d3c82a03d751b50937502f0cf87fbf94c2de846e6f0651f7ee0d
    a9f64cbf3d893c3b1bcfa854a018a58d0891943d00d5e9593111d93d48297eaf
    1de99f2fba0ab889a5708d1082caac58a2b8503f4da1c3b051f6806c38be4527
    026ca3aeeece92307e739bb2a2f44e98140f8be95bd4b8cf035bb49981afb305
    1e29a5f3507d1199efef671e05f2b4a0db37a0bc626b111d0e137e3ddc6c144e
    1c3ea77e594113207deb1fae0eafc9f1eed041405d7120e360ea0b73d78abca9
    d17df505038a447388b87f80ed21df0a521708cb00d84a09bbf1c8edc1cc0e1f"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  1f15584173f0ae12d79825356ef7c61bebabac3fb9524973da0099db41324d20"

header_auth.tag hex"78c1533b4447ac7131a6729fcdd4e48e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e7f0af"
  body.final_frame.tag hex"4118d9fd7e29eaeeb56a172a2fcdd72b"
