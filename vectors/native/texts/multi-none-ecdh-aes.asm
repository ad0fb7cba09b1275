# 472 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  533155da3e5a06817eb6e7b09ebb0db7f1ad0f0413bbc1b87b79e1bb85505497"
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
  header.encrypted_data_keys.provider_id "raw-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    0100000021038802c86e2346b7888f0ce7cef8852eef9a2c1f2a76d5fd4ffcab
    84d531b53f4a00000021038536717e3b2f6575bc08a752a7fc85495f14a93564
    1e13793cbc58c8813ba09d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e1dabaceccab64448f8f0575e2b1b70182479d693878086d6125bc899a4498eb
    2659351d16cfdc3518804202e406596ffac15879f6355d6f2a93a3948922df42
    65edf7308a61937a2728ef38636c90ac525b41d1d094dcf866d0dcfc524fc081
    eb954f695ded58a1c16691a378000b06"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000ce1dabaceccab64448f8f0575"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    119ddd323344edc18d87120d5cdefd60f8c5468cd26b80f252823e3c9e635390
    c00565a4187329b56c88e4e972a0b680"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  e0f204dd08bcc6cbb23d73d59402146d9b7d527a7d159677f1365d344e5de022"

header_auth.tag hex"e903d77a935c50520f0c6514ba9d7f25"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e09b06"
  body.final_frame.tag hex"6594395f8ffcf9681cefd3db3915cb56"
