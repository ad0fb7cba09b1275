# 390 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  538aa4ba3901770c25b0733e4f0cd044f40e0259e58d2afd20ea6c454043a69f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Agb9GRsxwNSnOlulvzHdcfS0n9teaXMfh7XNNyJf82QTYwzq6hZdjnSR5q/ckq3TAg=="

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
    000000800000000cb5bb51334009cdb91a40d5a9"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ce9f43351586b134c73a23d0fc15ee1c697bad3f0d18b531d1ba019a054703ad
    845524468e7af05706b8b80643f062c1"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  06ca3a68ccf62ad11a91d049bac4c8b66a4973d6d50203bef122b59a15aa10ba"

header_auth.tag hex"f23f7a729fc30b58387fff78f33014df"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"4af09af254678290"
  body.frame.tag hex"9ba445332773a16c94027c2f8135a92a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"309c153d"
  body.final_frame.tag hex"4198e38c7ea5f237b2a17c3796057634"
