# 289 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  41346a1beb0bd64a5af9b674818ca3b930f34e30e28dee4e256d4e1cd1dc1fdd"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000ce5fcec3f1ffb27341104ce19"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    af25265cfc45300868a5330c2d1f2dedaea4790c6252a0bbeb7d5a09034e70a9
    ab1511946d92d5d461dc7c8df4e88c60"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  fa02b745e419688e54903a4629d16905e76ec1f3542c5c6f505c9f23f1e5bc6d"

header_auth.tag hex"d730531a0fa062a2227f0186c1b56c95"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"d7ea52a950678ee9"
  body.frame.tag hex"16c9977d5502acb4c2fe4da3fe63e0b2"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"1150f0b3"
  body.final_frame.tag hex"b037a566c6c2113aeeede8463be1b1a6"
