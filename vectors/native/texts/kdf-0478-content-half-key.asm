# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  d95c97350e5ff25fb61cde6c1c858242a6fbd5f24450fc1880321a2106e9c585"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
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
    000000800000000c8353cedb787d77842e1cde2c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    74f0d8e4d4eacff507940a334096c9ad321537538771446fa074e9ec6a882474
    62efa4b83e64c8e811a14beaa974995d"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a4d02804326c277223823d9c7f879eba4d4115fc8e1f97e82d461a945b82960e"

header_auth.tag hex"e4d6203a7645e7bffff5f8850bbcec39"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"bb80ef220eb02491"
  body.frame.tag hex"f57949a8225b051a035795592fcec248"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4ecd817c"
  body.final_frame.tag hex"d639ddb0e25d73cb12b47a508e50ae6b"
