# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"75c84ef469b82b22e24dceeab62d91c1"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A1l5iHtESqE8JfAyBqj/wlDsZRTdTUdYVndeXrkrDrT5"

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
    000000800000000cdd5bd65259de9a15b64714de"
  header.encrypted_data_keys.ciphertext.length 32768

# Not read any further: the bytes end inside the encrypted data key: 32541 more
# are needed @ header.encrypted_data_keys[0].ciphertext (offset 0xa6). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  92ec783e626ed56ceda54ed1dc387a5d66c81f0468b67400e35474cf2a588540
  02000000000c000000080000000000000000000000000436a94670b932a85668
  303f0a0c6f72000000010000000000000000000000019334dc7f0fb1a447bf73
  7aee6cf4413bdbd2c539c75b0427ffffffff0000000200000000000000000000
  000200000004727bc14815cc80e9dfd6ec15c62fae3c66abbb71004730450221
  00900077acc14c8ae0d4e30978912ea06e73f249c6d040e94e7aa85830d4151f
  c602201dd17745083a5909b2f38e79a3e121cabc35a44a2bbbf6ce1e1514ce54
  7ed86e"
