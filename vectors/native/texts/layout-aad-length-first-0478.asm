# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  68d6020d3ba922d02a2ea67a9abe33b9a0c8cec84abce89d535087b0242a8ac9"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
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
    000000800000000cf3229486b21800f5dc112edf"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b1a0f5fae2df4768753a36e608142b7e590a5c51f93ceb94412bb024784a5f8e
    893144b06847fa7500fdd003f072411a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  f9b931216008a918f0ecb4b9fe46876a0ae7fd53b37c61f869f5c9ece19e2a13"

header_auth.tag hex"87e9e17fb63a32bc566bea2b6d94a492"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"00beb21f9e08c73c"
  body.frame.tag hex"1a6efb4db819ae7a35300d2c072a91b6"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"09cecfac"
  body.final_frame.tag hex"dc9cbbe700c6538c8bf2f3b182501ccb"
