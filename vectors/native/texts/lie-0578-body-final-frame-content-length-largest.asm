# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  89cb1cf7c79c590803f7aaa2882e843e19919fbe49b7662676976a8f152345e0"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AzGVbOiuTjZm4EnNMYitj3HGrf977u2hw5ICDl86oz/3pqJmoQC3r1p4hS3eGtC3lQ=="

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
    000000800000000c0cbabaa4e5f79f5f150f04e6"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    22fe0a3f02e8398a7ba060e0573cdd28c571daa2ab17aa33ab555a0c73b6b2db
    e3bc9c945ce99bc11ea5ce703021cfb2"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ff9810ce938b83f7b0ee5a1af2f91a8de6a6dd85042b2afd694c712267a6f81a"

header_auth.tag hex"55a9348eb97dcc0788e92db5c3e2d29a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"5809759ba5667816"
  body.frame.tag hex"d3577e42d81be4e563f75bdbee762d28"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length 4294967295

# Not read any further: the bytes end inside the final frame ciphertext:
# 4294967170 more are needed @ body.final_frame.ciphertext (offset 0x172). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  0836f954e7a7bcf135d80f3f9428d2eb238736650067306502307b8b0b0c8104
  11b882e295814e41302caa227c16f7b57055ec68119ee332d507c62f1a8428ed
  378e212adac33677074d023100bf43a900d379430eb7a8976f4d3f9d82e73c94
  cd97ea499837c90b300cbf2a1d38894a6559b306f6908b1190f84c3b24"
