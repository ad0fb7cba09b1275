# 496 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  13f66556e18fb89bf8ceaa6208e8cd63d10de625afa2087eb8a3b3c990cf299f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AzGOkDgmuTUhLQbBY8ovjVswpgqM1h80Nf0PtjycLJJO3GnVZqgeWWO2YpipZ261dw=="

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
    000000800000000c91f9bf296a7449068f66009e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0f6850ffd2406c5d45009f8be397401435280d9fefb51cc2889a82ccea0247b4
    86621e2fb44fd1f6d9a171495df4f264ae"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  5cc53849005b84399e2945c03695fc5797c0939e928e7bc191cc6d64fbc39af0"

header_auth.tag hex"e7dccac0c8de57271e4f346a9d2c6ea6"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"78f540fb2880442a"
  body.frame.tag hex"23672bfc2b0dfaefa358694ee13e9207"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a74eaf7e"
  body.final_frame.tag hex"c0bad39b5dea0c1df1655ef2c14b7e81"

footer.signature.length auto
footer.signature hex"
  306502303bef049cecb8c04ff8c6181f5ab5ee1630f30567fc5b06e8ff900104
  c22a04e749608c41bf7346834786649e72cd15a9023100c3dc4b208ac1b79b8c
  0a57c1ba940f92211b8a76afd551552edc8fa17b0055a68666990865e8262f6e
  931e8623765dc0"
