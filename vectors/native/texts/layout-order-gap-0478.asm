# 298 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  26d0e88b8beb9c69e1f27cb7889a843f4346ed15fe655d5d74a92871832a869c"
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
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c302d3f438682e9427eae0dd3"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8de77b27df16c15ff9bb6c5c974ab5ce2eb9a714b78a36ddecb461b392c3c3ab
    14155b3f14428f2340e8f53ac3bfbcb4"

header.content_type 0

# Not read any further: content type is 0, expected 1 or 2 @ header.content_type
# (offset 0xa0). Hint: The header is damaged.
hex"
  0200000008e4cb9fb232d7ee43b7631b3b1147871d7e09cdd1889b0880d2adcf
  a50b14ea521afc351a593545062cda4452959d6fcf0000000100000000000000
  0000000001959dbfd77596c6bd2f3e6dea5fcae1d45c19c3a496c2ba57ffffff
  ff00000002000000000000000000000002000000042823a2ff06c6b691ac02ba
  47dddad57580eb3414"
