# 231 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"6f67ad3fc0eec58289c6e155ac190c50"
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
    000000800000000cebee793a228b3846fb88aa8a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1fe4e026849cb38774971e198fdc265f63211c7445c8bd9cedb4a62ce9eaccb2
    2458dcd3730165b29b8a60ab5940d0e8"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"9ab14ae5f33ba1de546009e97d5bbe34"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"641e1fa2a733deb373e027a8"
body.tag hex"8413a2b24afcf1f54603116b6b55dffc"
