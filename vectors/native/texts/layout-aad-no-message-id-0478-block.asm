# 261 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  511a4e670f0cba5a437d197cd3624c9e436ceb219fb52df9e3e3ca74e4d057e1"
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
    000000800000000c3f48227cf14847f7c9036fae"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a9eb05d1c9b16673cfde9e7a4bbc7d0858877c51b494976d2b3ef9b52cdcd5af
    9b4cab481f767aea969b79c7ffdb0142"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  8def365969e2da6090f44f519fb7e7b5a57d913f5d5a5779489aee5ee24b899f"

header_auth.tag hex"ff092a867b36d501a9d9f75ddb8e0d4a"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"1cc2f620671efb111629e39f"
body.tag hex"a2871caae0f4b2c41541c702f921ca8f"
