# 329 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  d981595c1f8c1cddf93a9482a6303d10ab030acb4b4a6843da175870a8ca6780"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000cdf707e7e7165044c2182bc87"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a6b16db7255b38a743046645558f4eb1069e17ab7c9c0cb553050f809a379a13
    dee06ec642f1f9c5c9e8636572b271e5"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  1408bacc4fc803f855b3809c2bc4b582698d7faa3b193c547399a18b7fe6bd08"

header_auth.tag hex"019e95e711ddccb30992b427ad923bf2"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"b96f8cc25f6c2d66"
  body.frame.tag hex"7ba427924f5823d06b028ed5fb565230"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"302b691dae9d8938"
  body.frame.tag hex"d2557bc9bd96faffaa2d72d88588d80d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f438e3da"
  body.final_frame.tag hex"7bacac8aa345dc55d11d82397703684a"
