# 606 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  f962f228b3d0c8f801aac7b6d91f92c28b5575aee0caab46865428b6a9840374"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "BMSNO6v9s5TXRiGzVTouYkeKsmnJ758Im03K2GXVgPvxfREbrzQpOX3SP7T9BjJstDKZGaz81u9bdfJcIg+Qff2GJBgO5VRyaIcj1lzxQeq4D417JxbEG07rfmiOj5XeJA=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c970d303cd4d39ad7061cd1ef"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    3e620aaeb2bb1715da2edd5f1087e3d1e131935ac40c4b8e4ed4c87dad970562
    65f13004a62d3a03e176f49514207e25"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a39dfdf8e02e9872878be99eb41be9aa7c4848a84192f58af4d445376f3fb779"

header_auth.tag hex"7476c2faeaae80005a8d3ac5d71e0950"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ded76dd0f9ade4f6"
  body.frame.tag hex"85c0b6ecb998636b9afda5e7ed0f7f26"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"2c74fbdf0223371a"
  body.frame.tag hex"a770ef2dc7d9eb8908a641ff3fbd3bc1"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4246dde8"
  body.final_frame.tag hex"03351977ac1c53eb26753ee058c543f7"

footer.signature.length auto
footer.signature hex"
  306502300bd1a7fb556912f0bea69a3150589ddde6cc52ad48c6286dbfc3181b
  9d0ebb35d124a6724460ca6cd87cbb77e04fcc4202310082a21b5f68a7d0c79d
  9a3c2104ac92ab34ae877b62d6d9d3f1a706fd28bb108cc5e074dc262dba8214
  3aec9df3070a1f"
