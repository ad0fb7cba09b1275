# 428 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"fe385c1f730cdf306d162250ebc3e6fe"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Aga7xIWYkH6sPSvBd0DaCjd8KeDKpeXuLawt/id0URrOWM0DByRZkzTPEN8TI13qUg=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    74bbcdcf5b596106735b241231662d6f8f3d093655f0e889b97f8cf07e0c1a52
    3d4b4f6a8c910a1b2c3d4e5fd6ec1a1b43fa93ee61f759827c3cdc4c535e21b5
    13da088ed55d00c1a42d5d3fc57919bb582460767e87e5b27d9eeaf0"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"1c13fdeb385c9cf1b91a6e5eb34a2341"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"cf15ff"
  body.final_frame.tag hex"90a560b988e99f1a94ab863e2059e7b0"

footer.signature.length auto
footer.signature hex"
  3065023100fccaab81a07194ea940ef7681b4818d5e5b494cf3113bb302818c4
  97845c1412b1f541a18df9bbc16fe37921838f959c02307ddeca34d69bbf7fe6
  ee5df7b15a4bdb8587000b36ba433806cb06b211d092ddb135f8f9a3b3100f5e
  3410925c4378a3"
