# 231 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"dcab682087a0988e45367af047a1bbf1"
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
    000000800000000c4ad74c6e630dd0e2002c1755"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7e3da41fc68c016d3c120ebfeb18ff65379f14ff3f134b186f31c658ccb40c93
    b1593a4661fc7f96b4a449d2b95f4a00"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"035f2dc7ea4370b23147aac4bab7809f"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"28fb68696045910f39430019"
body.tag hex"708548f7b5a0c3559adf886bbad9ffbe"
