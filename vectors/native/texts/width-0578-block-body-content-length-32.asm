# 459 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  ea7087bef3f826dd047c2e795c5a8a72ffc35164dfbc7c906a1a2d1dc3a3fc6a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AyfEXbriurkZKeRJEH8eCxiVH0e4YF0PPL6Q2u4V+DJUp9oQgsq07va7O/KznlpAxQ=="

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
    000000800000000c8ddac08e182671cae19b4b1d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ce02ebebe3bf9cdea198fc6ed1c9ab3393a323e55d69d97c6878b438d7004e15
    cfe2dd071c0cceba46354ad20bdf90f4"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  3b9d205c735c69a8e93fae99d17d22fd58f5590d32a27ba0cce06012288513f9"

header_auth.tag hex"965a5ed0d1190c104834bf803157f33b"

body.iv hex"000000000000000000000001"
body.content_length 4294967308

# Not read any further: the bytes end inside the non-framed ciphertext:
# 4294967175 more are needed @ body.ciphertext (offset 0x146). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"
  fc19c03c52626003799da02198a2fdc6e14534aa879dfe9965ddf6a200673065
  023100a1124cd9d9c217a7a813ed446ed858031633adf500bf9f1697601b8148
  744a4c0cab555cc48055b144b4af0f71246cd3023020c2f4ec9220160c3bdad5
  b1e57de7ec0e998db40805398dd39d94639ef969254692f9bcf9effc6d443761
  9540b8e253"
