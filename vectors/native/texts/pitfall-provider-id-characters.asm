# 303 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  45735c9926062cd371399c8aae879f3b2539e9c508099f83f8169d7d29bb4965"
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
  header.encrypted_data_keys.provider_id hex"d0bad0bbd1"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c6c3d421858a8dc88eb68bc8f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    eab540c1faead2b4569d73871ffc16270f11adb15c3913da8cabfdee5ddc1386
    0f43fba7cf1d48c48b97ad35bc87906f"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  b2247fc66dd6aa8ddf221d3e96623e706aff063164b2b15a2242ad9f9d9bd522"

header_auth.tag hex"b9b87afdd4e499bccef22a7b7a535880"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"7b048edaf4d969f8"
  body.frame.tag hex"d411241fa869fe378cadccc671d4d2f0"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"1c7d1de1"
  body.final_frame.tag hex"af4b2b1b6861db6da3cdee1ea8406d59"
