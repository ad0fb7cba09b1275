# 230 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  2440895a436683c2d8324d119a63f8f9948097653f001d40b54b743e2c1fa91f"
header.encryption_context.length auto
header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c19d087a257e3e7dc58ca5daa"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9762c7392c4e9d63f4b80a6d27391e22d240425556368ae23dacc82ec355c816
    aed83b5fef0e2c702efcd7a2b2746ad7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  aff4c344aa4c0ef2b152c35b443755c846dd737ef92c5649ac080deaaab01bf0"

header_auth.tag hex"1739123a72ca8074e20e4fd7fc5e4eae"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"9778a3"
  body.final_frame.tag hex"cbc3a22e2a991ba7ae7b0f9e8e0a3613"
