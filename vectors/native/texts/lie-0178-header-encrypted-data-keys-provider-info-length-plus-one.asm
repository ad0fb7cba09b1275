# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"18b74f110541dd0b57ec7c9750d2e246"
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
    000000800000000c4ea1df55c1606018b4850f7600"
  header.encrypted_data_keys.ciphertext.length 12466

# Not read any further: the bytes end inside the encrypted data key: 12297 more
# are needed @ header.encrypted_data_keys[0].ciphertext (offset 0x62). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  55220a294e973873fbd1bc363593aa05cf63d149e4f06ccb1f192639bb1a22f3
  21193266e3b71e8a59bf5f53985f7402000000000c0000000800000000000000
  0000000000ec47a367f5bc09390118c3cb33fac9990000000100000000000000
  000000000138875d7ba10218375a63cdff624049214fb8ace0b0c3682fffffff
  ff0000000200000000000000000000000200000004f3b5d4f711db13b8243667
  05efaa0f523f2e6899"
