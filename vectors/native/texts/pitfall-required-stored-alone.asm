# 289 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  e425a881f79ca09f9c39ba187d58753f569eaa48231d530961bfa8bbc82572a0"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c39b91ed72146e62dba16181a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0a520c86b68cac3b831065fe169a9a9e827706105a11ea825f6437f32b0e4480
    78d020c20731560d260f39a2da372165"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  bcc282ed026458de13c222f2d1df1b73b9183e6f511ef598ecd2f42896594ce5"

header_auth.tag hex"62ac40659335ddfbef0dd10ca4d48414"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"3015fe58dc0e1a65"
  body.frame.tag hex"4b4d71c6ff2876ca60187adbd99a80e4"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4d6bc8d7"
  body.final_frame.tag hex"9c02ec4d772eb7a92973e5546fb29fea"
