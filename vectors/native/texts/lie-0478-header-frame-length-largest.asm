# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  6059cce6f915839b572699c5573bc8e42ddf690533d7b9096612e8fac3882b8b"
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
    000000800000000c22928d72958a49d91e3a4d8b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8222f3d756494899fac6ac4f64cfff974b002f163c683f568efab610d9036777
    2ac75a3c6ce52cddc5bf4b0ccf9e2096"

header.content_type 2  # framed
header.frame_length 4294967295
header.suite_data hex"
  bad668815ccf1398f3031ae2f78a975a985f815b375e251b7a930f09ce8d619d"

header_auth.tag hex"28619960cc842c7c030a929bd547b542"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"

# Not read any further: the bytes end inside the frame ciphertext: 4294967227
# more are needed @ body.frame[0].ciphertext (offset 0xe5). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"
  1b89ec0dd37b2a2dc3d702e5b03c23e966daef3deda7e8eaffffffff00000002
  00000000000000000000000200000004c049f15d5863924f3e5acac2ac39f468
  8ef7c344"
