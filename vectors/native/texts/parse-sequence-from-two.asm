# 349 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  27cbc79da7f749a373658cdabdd3f3aaa20a96d9befc6c29d29852fc89007468"
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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c0e5d753ad782e954c104816d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1908bdee77e1b627e7314b9709a7a73227c69390a4cec2f0fa909e462d1c7442
    4d9554f608568a8218a9a600e8769838"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  954ac3d272641074122ec90888966667115896b2ad13e1f0c33aa16121c92ac9"

header_auth.tag hex"0093bd62d1ae71c88a84ed947381a821"

  # body.frame[0]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"94012189505c3995"
  body.frame.tag hex"0db310e5bb241f94ada88b544c60c2ed"

  # body.frame[1]
  body.frame.sequence_number 3
  body.frame.iv hex"000000000000000000000003"
  body.frame.ciphertext hex"6b02f5f7abc2c993"
  body.frame.tag hex"faa278ad139a0cab839787e3328aabe6"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 4
  body.final_frame.iv hex"000000000000000000000004"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"89"
  body.final_frame.tag hex"1a9744bd26ccf0d5ff718de8355d3375"
