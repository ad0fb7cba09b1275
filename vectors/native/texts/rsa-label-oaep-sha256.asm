# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"5a34ac36931f992c7dc84e5fbe2ec01c"
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
    1394dc3680dc7121c89ac260e7b6983273915b185b7d175069660b4662691df2
    8ca9c0956df40e4a5044f17f605cb6396e6024c294376577d85864235714a1e1
    e93cc2285abb18660f0e54d73035932a7ca6aa64534df98d79b3cb0ede0e8c58
    0c0434c2e17c39a9671cf3c071b3a1c96de99a55c66d63bcdf5e1b1676cd4927
    37b753875283ca02a970f19c24dac8a3c7fe25005b00459aa6b523e6e70c3fd0
    36fd55661417403448b5fdab6422b4e425a14351b2783c6ea3e69fb15dca6d5c
    b7b97b223020d26ba0eb881e9000f2de9880ddd11f04453bf5e17128010c5733
    0fad2746ec93d46d0d7e48a55d7cb192d0a82e0c17f40388cc649394dea59960"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"d18854848a1a84628c9a086c542b16dd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"04227a"
  body.final_frame.tag hex"243315d88d30bb0419b2e5717e98138f"
