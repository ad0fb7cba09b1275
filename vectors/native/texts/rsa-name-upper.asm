# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"77ca2e8cc40697915b2f739257611aa5"
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
  header.encrypted_data_keys.provider_info "RSA-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    76c9e9b3af782889fe2b98ce7ab98bd4914bb6f6d9bad52f90eccbf6017ca04e
    c80e8fde938aebf3386a08a49b9ab7aad5231840cd36ef8eb34b30752ffc7113
    118e80dfa7d21d8d2105d6469f182384a10aa9c3c5981ceb7a8532d925c23430
    7916e377473ecc6cba6a1b648ce04a97211b66046f4c5b71c604e26c466e04fb
    2c086ba6a3331f68079019cd6fe249b8a36784a29c55e30eea4ac340bc15b00d
    579158fc23a16b986b819a420ff6d4ebcf4c588db9e69573a0e6eb97b94af2e8
    696c875f35357b9982a2666b3349646ccf8ba023729c0a682867e118a94d2322
    a8c895df79f48a2c9b9d6ac4720e6cafa15bb38a1d3d81e010e11bf3fe8b4846"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"5f16c1d0fbbe10739ca6a2986fdcfcfd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"caec17"
  body.final_frame.tag hex"b07cf53f5e44dfda2cfdbe138a2334b7"
