# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  53d7d111a47b1f1c9cc43a036bd166e12578575e70b5309e96bba753702d6549"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A+2/kHpNlGCyCxIJG2SpkTVe5W9D/20xmd2Pq4hP0ApAe6W3QGPZt87Z70OzH5aZ4A=="

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

header.encrypted_data_keys.count 2

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c35de641ceb06b1d113faea3f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    14a2058306ec1f96c70e5165016e32510fa4bff8388560015a2ebb2e57f59bff
    a70ed77870429ec929c85d93d312005b"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length 512

# Not read any further: the bytes end inside the key provider id: 272 more are
# needed @ header.encrypted_data_keys[1].provider_id (offset 0xff). Hint: Fetch
# the whole message again: it was cut off in storage or transfer, or a length in
# it was changed.
hex"
  000008195fd4a2f38e8a88ffb8e3a1d5c1da51296a56306a6a96d80de512f547
  07f550c0426fc7a89661450edc3e28357850e700000001000000000000000000
  000001583bd8d7e951c97ebb0a559ab814b16cb7b80f7d3cd2eae0ffffffff00
  00000200000000000000000000000200000004600b515db03152d54384c6a6d3
  b104749b3a374b0067306502304f8c262bb2b70ad951a37edf4c8a5ed90a4f3c
  e5747aea9f8321c51aea7bd59c8bf408577c644c3a3cb7a6a49907b65d023100
  a10bcf8d6896910ac814b9eae6eba0aaed0d43466d35568d8750280ff6fb78ee
  e0193d3eed40233c6d947303a55413ed"
