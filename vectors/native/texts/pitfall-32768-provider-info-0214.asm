# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"042c9d579228e9bfa2bc263e313e3469"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AyhFKk1ItHG0xljQ7tvpOzKbvZT263Zm0X1RVgZ2YqX/"

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
  header.encrypted_data_keys.provider_info.length 32768

# Not read any further: the bytes end inside the key provider information: 32512
# more are needed @ header.encrypted_data_keys[0].provider_info (offset 0x89).
# Hint: Fetch the whole message again: it was cut off in storage or transfer, or
# a length in it was changed.
hex"
  6165732d313238000000800000000cb5b1976f978d78663a1c633000209c55d3
  cff9f5bae27785106e052d8f2d16129b6edfc078e3921bf1374047ebf6020000
  00000c00000008000000000000000000000000ce269dfcbacb05782f92986452
  2d8a4400000001000000000000000000000001770428f7aba0c54df133c7eb4d
  68aeeb87e034d9a9d29e75ffffffff0000000200000000000000000000000200
  000004c6e4d3914b91ac342e0fe4d229f40992a8529ef7004730450220126525
  d7df303cef14a560102d6a43514f91bc65cef0413270c0b7a41df7bde3022100
  a06bc4ed3494c7d8859d07aa66e0d1993b1fd2d82cc26f1f47aac195114551c0"
