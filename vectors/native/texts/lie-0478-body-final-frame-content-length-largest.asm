# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  f8dbaebad7257d6ea4cf68b73d0e6fba700f33f687cbabfc912295b4e74232ac"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length auto
  header.encryption_context.value "7"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cfbdaa48c7335c1e7819653cd"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    fc027c6d6b7eb2608331146e0074c199fd88c7cfebda3258c65caafe3ac9cdd4
    38f4a0dbdbc821593891a1f1af6767c8"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  25c62cdda810f2c971e1eab406e2063b6a33474c50b1a62de6e1525df59c63c1"

header_auth.tag hex"a445b80c1aeaa555d6803a36b79df29c"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c3cb065e0ca85e68"
  body.frame.tag hex"936271e55fa99055d66496b8de42792f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length 4294967295

# Not read any further: the bytes end inside the final frame ciphertext:
# 4294967275 more are needed @ body.final_frame.ciphertext (offset 0x115). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"00d9a4adcff91f1f35e8544636137940065327fa"
