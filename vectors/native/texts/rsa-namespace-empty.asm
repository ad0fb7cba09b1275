# 438 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  31540d7249a929ab4079bac9b2f839a1c2b02cb987e5bf6bb7d63453dd52cd72"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id ""
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    70cfab9e534f765ce5b79ca233a1f0ebe000f8c2d71a68d2021e25bb3a803318
    7c52168770f6617a3d339f30649e131663054d703e074401b2243ce8f3cd70db
    195c51ebb8e341d9ef0c99d55f5b14a8264f3135eeec196e5de265fe714f3315
    4eec21902164f617b12b76be4542ba0ba9cca53816a84646eb5bf1c11e749595
    399f3d0774bba202029cd43c2c16c385f0fcc7cbd4a2c4dec871ef2ce7396570
    396ed3c9867e99082e58c82f001fff5484a7b95e583dd50425f6e2744d0dcaed
    3682677b8ddefbc441a22096189e8d371e602b4c365067b1d812d57c9799c0e8
    bfb9c813d0afdbfcda21071eec0581cd544da8bfa80239762e98674df2872742"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a5ce923c4d1cb74d85a62c62c0036e2cbcf6d962566e83f5041d789e4858facf"

header_auth.tag hex"75e0301270fd01259cf78f8fac0fb1a9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d6cb49"
  body.final_frame.tag hex"14be58468ef011d6df890e03546a6c5e"
