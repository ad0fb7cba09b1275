# 349 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  e462c1efdaa7aeb2c8ccdf054c8bb71ba05b2743150513f72405877eca729dec"
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
    000000800000000c17e56f55ec33d196dcda1fed"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    900855d23f0f631062395978e776fd0388d1dad36e926512d018899f753fe57d
    095ce82010d54f22387db80fa0ddbee4"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  c8923bc37cea01c811e09be8236a227feee3a9a2a418bc300eb393e0c81239df"

header_auth.tag hex"ebdf3968e7524cd70e999b03d78edf09"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"680ab8aa32f9a18e"
  body.frame.tag hex"96eef69ad361bfd12e3d088e7f3082a4"

  # body.frame[1]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"70376e855bd3d0a8"
  body.frame.tag hex"15d8a60bd47d0961c75e26545b9f9414"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"35"
  body.final_frame.tag hex"2d313a40174d774901cad5c833d67094"
