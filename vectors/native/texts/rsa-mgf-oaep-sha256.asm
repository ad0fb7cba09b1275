# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"0027e0e403d80d862df360d8c477f5b6"
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
    24ed4da0864418cec1d537c2cb9aa1be9c36ded58eb16299b7b2562fe8b799fe
    379f9daf4f152a05085a0b0c3284b5c04905d81c66d33f1467f77fe37ceb7264
    dbd21c0c26f338e4cb9be811e957f6fec6ccfaf62b645bff2384f11ed89f4324
    81355d001b8a9a8191d982d97fdfb4bd9f483ec9e18ff306b0ab52f9a03027a8
    bfb49b49ee84e775abf3b1f5ac71021ee232ce56f1ddc4c27957f18862c5a365
    0523977160cc0580b5a78d409feb0050e0fc33e5a7686b3779e4ccb00983379e
    3641de2f4bfb40b8901f1d9a45db1ab96bec1cf967166b2af210e319c34d79b8
    018ac3e7d20667a56f34cc0ab8615935cf815548c4241c2dcf0100ef37b71b38"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"5b36101d0dae458a42d45b44a103c7cd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"08fdc7"
  body.final_frame.tag hex"ce327018977c589e01f8a64b2ed696f2"
