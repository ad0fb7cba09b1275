# 421 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"7b88b8343519abf8b6c2bf79b73b51b7"
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
  header.encrypted_data_keys.provider_id "esdkit-vector"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2638f48f23493d2d6278708f7d58058682ae2b10d261dc67e20056a0660a2f8a
    afde977f9bc8e902ae9b3769eb73e8c12947b342edcdf66e293135ba08d92f2b
    e36ed90b6939380aa27111436ac5548dd244fc61fbfc2760c04b347d96055c17
    aa69fce2cad3355b0b05fd2e6a154d2c848d092ef11aad2dea7d3321d688a3f2
    276bc40227917add381382b9b6ed26dc38b4299ca05e1f8fe0ed51c788131eb9
    348105fa29390c99bfd3d083611553f0c8d6cf28deac3707d8699af1111ce207
    841201be0bbffdbc00416a0aba2589903f214d22165756d2c72b14c6f8f29814
    ae67d2ab47912ba325581878e7dbb3f1dcb5f3e073669e3fd6328b515a468a83"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"13c225eb1c7d58987a873c54c350b860"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a4905f"
  body.final_frame.tag hex"aa56f66b243827be93129e84c068600e"
