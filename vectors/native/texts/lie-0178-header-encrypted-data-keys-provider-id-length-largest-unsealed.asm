# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"aed3b0f1d09faacc3aa8f99eb59fceae"
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

header.encrypted_data_keys.count 1

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length 65535

# Not read any further: the bytes end inside the key provider id: 65320 more are
# needed @ header.encrypted_data_keys[0].provider_id (offset 0x34). Hint: Fetch
# the whole message again: it was cut off in storage or transfer, or a length in
# it was changed.
hex"
  6573646b69742d766563746f7273001b6165732d323536000000800000000c40
  63079ad102488c037ea8220030a9cd66919603962b6d065930182761dc14797d
  aca05668337e037481a8026395e1193604d677574196faa99a6e0b651d020000
  00000c0000000800000000000000000000000019f4671469845ef2f3e00410ec
  147170000000010000000000000000000000018fe1e6effd6e280183bbb9f368
  07c9b0359dc01011aa7d4bffffffff0000000200000000000000000000000200
  000004883e69090869f20bd4cbab0b77b9e10377cabe92"
