# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  15a987da662675c7283c0b9c0fb800de9d3bf705053e8e3caa9509da1dd45936"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A7/H7GLDGJqHgWR+PFvoFX5zGpBNC/RQ3BShi8XHXc8vMkZhNgxPM1rHXPGQal8rDQ=="

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
    000000800000000c27b02ecc7d554dc0ff3c4495"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5881e90fae469c347260f3143d46cb397d9b4d4913cba2e6e524c69ac1d7a164
    afbf2708182af58b9f01f7f376cb5ddd"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  89820eed78d8decd2bf38383305492fd9a330133c48f701967c90ff511d71852"

header_auth.tag hex"c96f1038b813183560a891fab35f4b3c"

body.iv hex"000000010000000000000000"
body.content_length 5217231281

# Not read any further: the bytes end inside the non-framed ciphertext:
# 5217231112 more are needed @ body.ciphertext (offset 0x146). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"
  9cd4965c30c8e4a4debb51e8e9f8764db3a5c792ffffffff0000000200000000
  0000000000000002000000044406962010014b63034a7d545418d52fecc5e1be
  00673065023100f1f545af4090a7177640389346b9ae60419a6485def6506462
  4ddc46049348381d49b0dcf6fa0386300d115e07eeaccb023003fdbe71bb676d
  21706b08f5a8d2f78ca771ad4242e5195a27e26a42145ece47f69f42acc8c06b
  0065362e769a706cf8"
