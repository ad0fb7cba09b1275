# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  4f17fcb38fa6a71d75ddcb5a61d0a7d60a40053d5979c8158287dc221cea791b"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A1NbHkKLV+YfTnVTnjeqEsBi5gIz8+Skn0BBWRd2u2pCs73LLkkSfKiuWpJvp74+3g=="

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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000cee207d3dd3ac4324c3d7f73f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7a03c1c81c2feab908e87b75bea51f016947a793180038183c51232ebbc2367e
    75e78d332c9b226b88192f1b0d03ba"

header.content_type 13

# Not read any further: content type is 13, expected 1 or 2 @
# header.content_type (offset 0xfc). Hint: The header is damaged.
hex"
  0200000008fcf1df3a14d8fe17fee2e4326b7554de6ab37bf7ca0c2838c30e52
  9eb3fac4b0a06c98270033826a992acf93c28887a80000000100000000000000
  0000000001ddaaf1ec79daf0433a0c10ed60189bc513ae409e68685609ffffff
  ff00000002000000000000000000000002000000041f0a63b1536df36f862980
  ca5b78e77339fd38db00673065023100ad5eaa0d7466660d4facd1064ef88de1
  cacd935e907c5e03f9f8e64e732443c5843ba7a20c7c3d42cb1eb81b1ef6973d
  0230184de7942c599b81fb691b9d0ccf31a0f0f883957eca0261f36a36fea56b
  c8404723d8c34d1e04cc95320e4e2aabad68"
