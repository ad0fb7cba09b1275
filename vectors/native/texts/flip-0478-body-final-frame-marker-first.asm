# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  cb2ef18f85a064f865b47a3c2f3544548f7095a5248016f4c4c3a00868244157"
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
    000000800000000c5367bab72328e3867826da68"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    102748163883593fd21b986a8f67f77f23b55d791584a8e84185f816a586f8ee
    ffe9ccf19cebc2717bc2b9f47c2b34aa"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  3e6b9243d63c4d50a50176b3944778dd1b5870a077cc7934515a09e1abaa1adc"

header_auth.tag hex"83c8d2aa8378f810a8880b2deba0d3f9"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"01ef3acad32ea9b8"
  body.frame.tag hex"c14f1bd49720da157363f5eae3acbcf2"

  # body.frame[1]
  body.frame.sequence_number 2147483647
  body.frame.iv hex"000000020000000000000000"
  body.frame.ciphertext hex"0000000200000004"
  body.frame.tag hex"11ff1866243e3658696731534999d8bf"

  # body.frame[2]
  body.frame.sequence_number 2968501613

# Not read any further: the bytes end inside the frame iv: 12 more are needed @
# body.frame[2].iv (offset 0x129). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
