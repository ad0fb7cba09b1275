# 231 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"73365e97166177f599e6df5c5801868f"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000cb3323da278e59bc70ca8e3dd"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    89c943f94bdd866186cb6b21422967240adb399911e3ab6d108c15f0e1fa1479
    1a86b5c0b9cec8183b0f2dbbbe51dcca"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"a642cfd92a2fc27dad9e08e98072607a"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"553589ad4896588202468b9a"
body.tag hex"bbfe30d38d19b3036925fdd772372e98"
