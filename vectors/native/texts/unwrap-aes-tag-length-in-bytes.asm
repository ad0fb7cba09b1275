# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  683c1b841971069e5087135b3895614208d5d0b3c974cb3d3e7f36de3b049837"
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
    000000100000000caba4aeb01f9ee34e982e07a5"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    26dfa6ab7e2c7047de57515b495340f317b5f5d4819575a48f30fbaa19241e4e
    17466dc48e3c00b60a3c0e1256847700"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  e6b7f7701f9b8a1eb38dbfc53412b6d6b2df178ce73c906ed261f7b0890471c7"

header_auth.tag hex"74683104a71d07ebb9f1eeb4c48c102d"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"60195355c9130ee5"
  body.frame.tag hex"b2169723fa7e28fa569062e3e44efc10"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"d73ddf76dc761d76"
  body.frame.tag hex"fc8f9f5aa7a6d638654b4f217027d2ae"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"8f78118e"
  body.final_frame.tag hex"e8ffe8a91ba3e56928fa53dd3acbe2b0"
