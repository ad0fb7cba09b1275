# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"07296f7f897ddb836d82300a934ac04a"
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
  header.encrypted_data_keys.provider_id ""
  header.encrypted_data_keys.provider_info.length 25971

# Not read any further: the bytes end inside the key provider information: 25758
# more are needed @ header.encrypted_data_keys[0].provider_info (offset 0x36).
# Hint: Fetch the whole message again: it was cut off in storage or transfer, or
# a length in it was changed.
hex"
  646b69742d766563746f7273001b6165732d323536000000800000000cba353a
  ab9c798996ec2d020700306458e94ce91d7afd15c7f4cd76a09834d17ecbca00
  613c699ed39b385102ab429ccf5ca8f799d18ca4aa6f28dc0cdd4e0200000000
  0c000000080000000000000000000000002f4bd0c4f4361d003395870c65164d
  550000000100000000000000000000000198dbf105e5f5a39511fb09765cfcda
  1d83c394f2faeb927cffffffff00000002000000000000000000000002000000
  0494dae04df0907a0f110a5c1a45b3283f30bf86a6"
