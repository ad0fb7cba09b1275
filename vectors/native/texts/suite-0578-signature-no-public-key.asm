# 402 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  3cf237433f97f1b8c6ff9728764b34bf35ad0f79a0a1951b4ecd9edf921b9b2b"
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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000cbdb5e1f39d895f1d95bb818b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    20bf848aa1d41d9aede1e28a8daa8ede3850f15cd579b3a6d6fa89efd5de689d
    b54c24201dc8d0feb89e7510f5faf80a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  957ce5928d6998bfaa70dbae03c6400c93ad719819a260834830481187e89de7"

header_auth.tag hex"0c664765be560b4543b9c071d0ce99f0"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"51d6b2cb156f0377"
  body.frame.tag hex"f7a87a168792ab012c3a958e3351fec3"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"32425654"
  body.final_frame.tag hex"7cf4382747b73ea658fab4789e129db3"

footer.signature.length auto
footer.signature hex"
  306502305d8204f757d7413e388df1ab304132a2d946946ce5ae66f593c6f6ca
  68111cfa3493815efc242c48188b4c40ea2ff4c102310080ccf145bce16f512d
  87eeaa87e9a0476acc05105b63db36a518d9468c78ad3548c3625e23450120bd
  d5a7e25e1c8f60"
