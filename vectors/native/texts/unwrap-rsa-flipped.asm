# 541 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  34e64eef6b49b75529cde53e217be496f694790904734e1dc6fd33591cf86344"
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
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2478c39957228793538e29b41e0018d12ef5ea02b4ec7a5e115ab9f3a02d8118
    b03c663215b1b8ac3f66199ad2d627df5b3f6f4bcda8cafbd424b766ccacf70d
    a8775a3a1715966db3ced0b6eea9d970e3f77f103aa552f9cdbbd4a81c4ba333
    bee2a6b7528e49fc031fcc7b6bc71c9e9730431744a710c623492e69bcac046b
    4a31cee076fb2f2bb328474d5bb109f5d927c6c26016181295c59db662457426
    42f38aa0f90e600a81d7d789c724ae209c7837fd4ffc738f9b1c8a0a368cc5b1
    ca0b9ac3eac54b799cf7d5c323d1223949a3a0d9be00af1aead4be122c3426b5
    27780a5bc609efb14caf31064da91b453e4abc3b35abd47ddf5ebe29a36132c7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ffdf898bd693c7adf6d0883c9f077ff3b7f86a8afecc7a89df46d80643e07507"

header_auth.tag hex"4c86062a728f7604ffa608dc59280868"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"80cdd57a8969333b"
  body.frame.tag hex"d82599e372f37231810c38efec88246b"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"f5253992fc07f366"
  body.frame.tag hex"00ddbdb97fea067a364c9005223a2251"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"6e4f33b7"
  body.final_frame.tag hex"eaef645d6ecf6c68b11921a06f59df74"
