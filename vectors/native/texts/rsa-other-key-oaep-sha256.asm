# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"b2aa4cc91bcb6f4e50b73d3f8e013a95"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6259479adc4544654b19a68be63b81514814bac3a2d5d6bd54d3a03c66cb841f
    58e2e3189d3fb5c422c44bc869ee5209a1c62395df2b3184a640f89eb15a9657
    31bded1b127b602d25cc87af73268a2d4de644c73f31be502cb8a0ee07cd0fe1
    c20ac20e7f1df6530ce842a68db206691ec96889a0c77ea63a2eaf96873fa74b
    a184fb96acdcbd9a36bd661617c4011835c9d00af6c4f0b22013e619841707ba
    6501b4ede4664d546a409c15bd8a6bc272fd4809ffb568589080cfe0ea7a01a7
    8df7a46fa99f5137f28fe449463e4c7aa1b51700e2528bd05932fc5fd9ee5954
    0e8dab55fbcb27e399b3e0e9b53eb2331550c10b6a9dab8fcec9f0b7c5d00c98"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"cac1966b594b76e3ba17d688d370ac9e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"7da3d0"
  body.final_frame.tag hex"35dbc6bf5491c28710eb822b691eab4e"
