# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"dea9998cafbbc932e5e4a28b708d9536"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A08hbUz4Kv4eXAZcWGR/+hkpDbSpnKgufUo2AmlPxqAQ"

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

header.encrypted_data_keys.count 1

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length 32768

# Not read any further: the bytes end inside the key provider id: 32496 more are
# needed @ header.encrypted_data_keys[0].provider_id (offset 0x79). Hint: Fetch
# the whole message again: it was cut off in storage or transfer, or a length in
# it was changed.
hex"
  6573646b69742d766563746f7273001b6165732d313238000000800000000c93
  530a3a382de752f3a039e40020a59159a28c0a6f92527ef02dad98ab6389ef3f
  85936e479e090584a35dafb19302000000000c00000008000000000000000000
  000000474f20688df3e2d02a88c21d21a501a400000001000000000000000000
  0000015eff87c55eaa48edc4f27c4df9d19f7887985946d5ca93a8ffffffff00
  000002000000000000000000000002000000043104646d68f34e5d11bea1ca1c
  47971a7bff1999004730450221008d150b329cd9141ae5b555cdcbecbc8e6c30
  2c9c36bb9a1f95151950628dbb54022045828f3612b9425430c6d958f77836b0
  6f073b986b09f3186ff10fcce0e9133c"
