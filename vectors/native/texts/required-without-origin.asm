# 230 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  683fe8e890766fdd63c736c088265c56a2dfda356809e9b2573e526df58fe3ee"
header.encryption_context.length auto
header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c22f845f14a9b6fa3fc4a3531"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    772a9d6f8222ac5d22f17ce4b521762291b5229d6c98341a2c1d12a2363609aa
    fdb94a541fd086a14015b8033054bd5a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  13b95ec19b827f9fcc817b83e8883abc43c863dffe63e6a97ee6debe731ef75c"

header_auth.tag hex"643dc65c561fe9dbc3ffdaad10ad239d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"eb6a3b"
  body.final_frame.tag hex"eda9346d9f70b40aea37b760ad153b97"
