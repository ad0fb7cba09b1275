# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  50fc4e94f1efc526009d7600751733efb4bb2ecd39127d25b39d02a4c040ef66"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AjvHcjviuNJGSjBP2cyArP2iV2xQiGy1GndXFWw8qykiUsUM+Lt6KW8cRI6QqZuHUw=="

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
    000000800000000ccfcd86cc075043fbbdcccbbd"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    bffe67f867c358e2a60ebf77d8f94879df348e4498b2ebb504439bc615deacfd
    c4d4521856d00de8d08629e23cb68a92"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  3d898b2b9ea091ae68ba3f45b24e92966cc6112a4c28212406e28a12975fa9c1"

header_auth.tag hex"626f459510bfbce46e940de76bd19d6c"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"468af0feaf014e1f"
  body.frame.tag hex"52f34065b677f5ce449c5ccc4c56a13c"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"86ac8a49"
  body.final_frame.tag hex"c459beb3ab8a8f1de456b89f62fa9a90"

footer.signature.length auto
footer.signature hex"
  3065023100c505430506349c377c46a0c9420a95911264857369a0029c913d4c
  f9b1f0e2a5804336b70d751053197923799aac734b0230780463cfb3cbae74ad
  a421d3e3bf061031759f0adce03b9b11dc224789f6f51596066bf58eccaa2f9f
  62cdcb67c688af"
