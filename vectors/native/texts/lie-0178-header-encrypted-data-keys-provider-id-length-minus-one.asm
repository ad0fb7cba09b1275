# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"0a06cb3674fc7c307ae318607fae1b74"
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
  header.encrypted_data_keys.provider_id "esdkit-vector"
  header.encrypted_data_keys.provider_info.length 29440

# Not read any further: the bytes end inside the key provider information: 29240
# more are needed @ header.encrypted_data_keys[0].provider_info (offset 0x43).
# Hint: Fetch the whole message again: it was cut off in storage or transfer, or
# a length in it was changed.
hex"
  1b6165732d323536000000800000000c7d36984220fcb381244941a200308896
  69f8d4d056a70f495f5eac8b24a27fc570fce3f9a610850ecdd1cb64c08951d8
  e57e0d0b9f33e2c3c10acb81f8f102000000000c000000080000000000000000
  000000005c9a5d9926c842c24915c119a14d86c6000000010000000000000000
  00000001395c7030d28311c74a11cfc9d1fa3383fa884a236a74d52fffffffff
  0000000200000000000000000000000200000004fc1d3f6bd1f23325f07312a0
  b9110e49f955a724"
