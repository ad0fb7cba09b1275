# 560 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"d534b37af79f1dd104f23b9d6117b757"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A2vNdv4nTcq6jmKqunAg08fq6gpuHHEHJOvNs2UaypS++kiN1l5C57814ODdPvjYVQ=="

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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c3f240cd1dc1103621f4ac6fc"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    daf8075e92c10ea2245f9e1caa1cf67b490d68d01095a8c5d4ffe39dc09bb580
    68d0cec0ddbc55664efcd497a4df351d"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c3f240cd1dc1103621f4ac6fc"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    daf8075e92c10ea2245f9e1caa1cf67b490d68d01095a8c5d4ffe39dc09bb580
    68d0cec0ddbc55664efcd497a4df351d"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"78df1a9a915c2fcc9132ede36ced9357"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"277eaed3018206e2"
  body.frame.tag hex"7696e7f59d31520a64358a5da973b194"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"efade518"
  body.final_frame.tag hex"15a19f80865130ce38b5b56f80caece3"

footer.signature.length auto
footer.signature hex"
  3065023100a6bb5567725ea817946d894e13a80d355eea1abb94e2d84867ee70
  ab1835e75b6f1b357fbe9724be565545626d64ebe102307878d048d34ff1f881
  cc38c3311f32fb2398a18dfbf77c25def2ce0e534262eab710ab8ba51a3a919f
  a0cc2c89eef22a"
