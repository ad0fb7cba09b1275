# 322 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"10f761b8c31c809e2e2f8d319176afcd"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c1b51d9779e7613cc6c2c79d7"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    f959c63a84d195b26ab0f4f300c7afc7300b56ab0dce49325cde54acca48a0e9
    58f1cc38583173c9f746ffa2a736552b"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"08c79995ee4aab5075c9a425058a7395"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"30e5f078666fb964"
  body.frame.tag hex"4fa07e1d3ef3b67016fb7ed052251cef"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"b5b612f79d50def2"
  body.frame.tag hex"12e43b806f64f1864434ba5252251778"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b890206f"
  body.final_frame.tag hex"c6c095ee0683c2afe64345aa9e0400eb"
