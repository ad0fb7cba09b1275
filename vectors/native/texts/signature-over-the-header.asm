# 520 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"4159222babd9166d8b293420d0f66899"
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

  # header.encryption_context[4]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AwOBX3BJiRLha44Id9eJEIGHRk7iOBeu5tvlQ9sGMbh9ZK9OHgt5u+LBVsGLz4qFMQ=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cc14c0be805b800d59a405146"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d384461ea993c53cf1be488f156a9e11bc261f302ad458b0afc9ffa0531a76bd
    38da66f05f8f3599d7cbb44646d156ce"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"f74a4092bca906ed2136057e671f8959"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"9f2b506a8d6af487"
  body.frame.tag hex"aa5a93b13a698171e5f4be1777fe5ee0"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"7694074457e2bc81"
  body.frame.tag hex"bb96a385d53f62ddbc8bba4aa2e7ebd6"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"72d8b543"
  body.final_frame.tag hex"55f50479a0a4f72821a903c6cf7a720d"

footer.signature.length auto
footer.signature hex"
  3065023100e3dfebdf28eaa85e22cf331d5258c3f3154030a518fa5458e7026a
  ead3966736365b422c1041ab2cb61ef2faa04d25f1023063293c5eb1824b476d
  b657160ffca1750c61e7a0b533b65c216f0ac6a3c6958af65365ef9c21912d9e
  a3fe4964effe0e"
