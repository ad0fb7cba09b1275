# 429 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"f1ecc85d1e47c14476de3a30e8b54fb7"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A1yKBfXEoN87KnYdPghqd7Bq5a8E34sjL5FFhewbnRVuYpHH7Z/FKlITb+DF36fUjw=="

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
    000000800000000c07f4264bbe34a11a104692ac"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    961d069cc76371844eb8e780ad9a5fd895f6a818e2ceb70f59ece89268f957e2
    2706df8fd9ffe078a9a84db02a3b920f"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"d0b00a989a30efb3728dd0b9b8aaf8a5"

body.iv hex"000000000000000000000001"
body.content_length 68719476705

# Not read any further: the bytes end inside the non-framed ciphertext:
# 68719476572 more are needed @ body.ciphertext (offset 0x128). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"
  89da11fcbd80ec056533882903bf715e63fe4de27f3f5d5a0566405600673065
  023100fdba424ade505290790d38d48f0216ecd2c71124783da92fa66e061081
  36ff991677c41a8be4834ed8df59bc295bab1c023038ba480496a31015db910d
  48c8dea76ed586bff746ef38843ba01b8c2b29ed361c1f7b8657ee9854a4f408
  293b5fce4b"
