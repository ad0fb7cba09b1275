# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"09c1b75bccd8064130d5dccf61f9ee91"
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
    2db267cd68610926c6183f512a6196412f9455d19eb2537ec4da33c9034923c4
    43dbaf5f788354f124f22851060a5287312f30b0a638ec21668ab94c87c945a5
    55ff2528b94e7555ea9945e0deeb52265fc76b74cd8ede7f09d1b68c6045bdac
    707b27bcb16aad866059f4ee92c367c8bc6791437629c2972ea4d6e1b8939793
    064ece3025a6cd1b6b3e70cd99c4276666be70e942836aed0ada8e6878ab1013
    bbf1bfd5e6e6457badf0685a8722fa94745e35b7c614f8f8b1f844a1585f06b4
    4fab8ed6721e882cf0526a19f4557c73ffeaf870bd1a9bab993d4c86f03f8c68
    e0af6ce2111a124415d8d35297c2c55d6775d7d076465b6055bdab71e0edcd0f"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"4b5d30173b8949b2a347cdc59deae113"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"da293d"
  body.final_frame.tag hex"886e59e3f63a187b229da107afbfd22e"
