# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  b9f3fe5bb58b56c25a41dd30c46a607aac5917e4f717e7115ccaa14ff072d014"
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
    000000800000000c2ea68f550d31e77301787a9c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    27bf9888b80ebc40635b26a237d2a4672735d951faa4820d8d3612bc6cefb4a8
    99ecc77aeedde18d20fd47065e38ad2c"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  c0e258accaf48695cf1b40d626e9ad39a9d93badb3aa679ebcfdd1c2bcd47065"

header_auth.tag hex"d56fd310dd979df9652ef90dfedfaec5"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ece6cf662bc7cf1f"
  body.frame.tag hex"d60c92976192a22c17a3d71edc9e3d22"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"34e684159e0e23a4fa"

# Not read any further: the bytes end inside the final frame tag: 5 more are
# needed @ body.final_frame.tag (offset 0x11e). Hint: Fetch the whole message
# again: it was cut off in storage or transfer, or a length in it was changed.
hex"6df2737b13552b31b8f92f"
