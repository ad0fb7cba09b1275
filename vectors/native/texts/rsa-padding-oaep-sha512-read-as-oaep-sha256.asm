# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"9ccc1b1d82ca8849f28de5e735a7320a"
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
    3d0dbbc6601ce43260ae30e3c8d7dc95dd1f3718baa48b777ed2a5b2120d3220
    e6fbdb4e6ebff3e1e4ced703a2505c0d1c90c54f6e33318ff2230f1da1f57f41
    272f83be0766541d81765d4a2596c1941c92d2a07820408d6747197e6fd13394
    b0721f474fd7217e9213a4627b0502e47bf805a825268bd7a9d53353b9d16d10
    d83b00da88d4dc440fb96004a5aab2ab1b49bee9b8cb1fc11a57ed9ba9a24a6e
    392c13b37ec3d7a667e760dfb3409742e1f77081dd02cee825b64ff10d73d077
    7ead97bdea1acef1c4a9a5abb9a50e8e0c4825cc701a50ce383e6331ac44f424
    9c277440416a79f75d2d1e006aab3e2762396393383d8f346178dfdcc3f6cec3"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"81ec13532e6771df212af85e146f293d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3b0c7f"
  body.final_frame.tag hex"cb517fd7fab1501685427ce8932596c6"
