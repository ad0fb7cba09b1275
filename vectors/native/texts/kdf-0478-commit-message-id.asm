# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  92caf788b76d8f8cf88f3ff136c1a73c1a8641b15944afe76c522e04dcdc665f"
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
    000000800000000c1cd595226ffe04223af6c2b5"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    3fb81771d83862170bf93ddf1087b497ef54b5bf08be15002348e2845156180e
    d94b2a855d420d998ed4cd2ba28a17dc"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  785e52e4c04a2ae0b118d1cda1030891148fd29632a1ed46828f7fe0adb55d54"

header_auth.tag hex"249ebddff44ad7b6c8f854bfb492d5cc"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"a1a0517a1e6aed2b"
  body.frame.tag hex"07f283bea04697544c09cfd1c1462042"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"ee6174eb"
  body.final_frame.tag hex"4d664aa52ea2e6e02bc641cffb5a6f91"
