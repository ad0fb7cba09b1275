# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  cf86a658348c75e8c6117055352808a8cc9851ba86d99bb2ad18351dc8628e79"
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
    000000800000000ca9de849718fc019dda598f73"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    3c48cc183b7fab011ea65b0b760865c851a4687cc389cb5011044afd1fac3f8e
    11b98d3a57832646feb1cd99ae2777a8"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  8dfd5a1043a7f24429b5b480d1fad999cf9453ffd184b22ce87a3d4ed37c056f"

header_auth.tag hex"eebf28410a2e8b8791c79ad61449269e"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"d124f047ed2d5957"
  body.frame.tag hex"c885d5022c8fd8aafafe87d01a99d4d9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f372437e"
  body.final_frame.tag hex"28fc71b6e857aed628795f6db8fb6d10"
