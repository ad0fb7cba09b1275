# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  81a3064990c0cb24e2dc09e79991607142da44b8d8d062224a28721dfc3da422"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c945cfc124aea495d53b2b3e5"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    66403c7b915552071cebfd932741063d9deb5937c60159221bc947b3498132c0
    8253be4391d7692940b7359a1b06b6d7"

header.content_type 3

# Not read any further: content type is 3, expected 1 or 2 @ header.content_type
# (offset 0xaf). Hint: The header is damaged.
hex"
  000000085d2542e91e3278851be8635e91243ebb50e1f5ec434934284027b1b9
  feea6d33d2db96b1d368029c960b5798e6157a7a000000010000000000000000
  0000000128256ab9b8ca0d6605d54042ecb377b8ecab4c763b57f37d00000002
  0000000000000000000000021b08fa3eb540f2789cc183070e414b64dfda0928
  e4daa6f0ffffffff0000000300000000000000000000000300000004ba2433ac
  843b0c4bae53755038a65f90701b3d8d"
