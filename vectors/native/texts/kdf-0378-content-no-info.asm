# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"94173f98217b6d1b31fb96a91aef4e0a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Axtmd2IXjkPnnhB01wPX1yxQnAeJ9di4/iErpMZhUNxvWl7Um9txD9fB7iEciRmRiw=="

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
    000000800000000c4f2d20b249d6b41282a2fc8a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4fb175464c307616d69368cf21b48992918319ca73c9f087490e9dca6c425a17
    872ef2c937d5ac177873b2e71367f0c7"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"3558833153463c88df0596eb459d2f88"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"602b4c1e892c5771"
  body.frame.tag hex"f6397eca313985020374dd9bab1ceb8d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c4391d00"
  body.final_frame.tag hex"4bfc7b259d2abc0fdc700415a8e45e7d"

footer.signature.length auto
footer.signature hex"
  30650230393abdb12ff1425a0ddb8766a3715f5e76e98b7d37d3946aa26ef951
  6dbd2b0804a0c0484118e928d1e336079a00837a023100a9f7a9ba49851e34a5
  9502b8a4a947accd0c2785a49adf68e9e6d22240da32bc951adc870c6e3f02d6
  0f161d823cc6ad"
