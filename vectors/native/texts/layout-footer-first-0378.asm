# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"66d0dd35f1b8f251bbd9d6915e86ab5b"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Aj8awT4iHK7ng8eRvhPqzN6dpOeFiI9bWqPm1m0bj5w9cFrXp3ooBLsq0qXuCykeRQ=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[2]
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
    000000800000000c54f288408dd435323167b5bf"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    23d6aa6253e9267c1284fe4617abdb0f1da05088feea594337d46a1e8456c9db
    1decff0a7bd4679455e11b257a3d2e61"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"69c979d02051324009deccd18a41b494"

  # body.frame[0]
  body.frame.sequence_number 6762597
  body.frame.iv hex"023100cc03b98e961be50671"
  body.frame.ciphertext hex"cb4fc2bef746aa38"
  body.frame.tag hex"526182f6ae76ebc610162be9155eefd4"

  # body.frame[1]
  body.frame.sequence_number 176094808
  body.frame.iv hex"62d9147ea24b21e0a4f14302"
  body.frame.ciphertext hex"30605bbeb8cd3171"
  body.frame.tag hex"4fd8eb3d0f832811c495a13f01019c90"

  # body.frame[2]
  body.frame.sequence_number 4260949706
  body.frame.iv hex"138696a47df9102eed9f8b48"
  body.frame.ciphertext hex"df7337f05139a9bb"
  body.frame.tag hex"53000000010000000000000000000000"

  # body.frame[3]
  body.frame.sequence_number 31999994
  body.frame.iv hex"4e3a5103f42aebe88f936649"
  body.frame.ciphertext hex"50c92462d6de2a3c"
  body.frame.tag hex"62ffffffff0000000200000000000000"

  # body.frame[4]
  body.frame.sequence_number 0
  body.frame.iv hex"0200000004062d55f9b1e386"
  body.frame.ciphertext hex"2ac2edab8362dcd6"

# Not read any further: the bytes end inside the frame tag: 11 more are needed @
# body.frame[4].tag (offset 0x1cc). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"4976f69348"
