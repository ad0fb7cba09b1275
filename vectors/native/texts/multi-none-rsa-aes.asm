# 555 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  e25a7e3d6c3b8f18915deaa066f3439d0d542a2577ca0ace38a4e9a00a4c58b5"
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
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    53d533fb37c34a62512e72ca8f8eff9d9794475269ed875a950d93f910d9a033
    cb470c85826a477057d336c51b0399edd5c0b428ae122099ccc2d63a3f146284
    fc9a022d681ee36e144799e354ce314f38f55e3f54d85b1d1e4e6f7eae0037a9
    e8b43890c87d3632b1b14c60d09afdbbf05de720b1d7fbdae1590edaad234101
    bf9578aff205899ee68de6b1f5c9f64fd1287f7fd98413e35836e22faa6c7d02
    344878e4925cd10c073b24f0637536e002f9bd0225c59b576f79a78916ddc57e
    d5678dde2dc009174b56df290a5aa742660bd124d1441f9f55ea5e869ac58e48
    5e0ea72bcf85e1310ab8176fbb3f3b66f2fd4926ac2072f8fe401c6ec31388df"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000cd63c1f8f3e38351d43eb33dd"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ad752cc57c39a258c65b50697167dfcac0c66c5ae67ffaafe68d493babcb95ce
    0c52fff300161ef10c7b217e7d08fdd7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  6f2a438413bf780b3844c475dc7a38c7e5650277d32b17f361b6098469b5080a"

header_auth.tag hex"87a384af064193a016b038b942c015aa"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"5899b0"
  body.final_frame.tag hex"f90c4aa520415b3a12cfbf60a5e7d1d2"
