# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"9cbc268bf385c2a06ea119ae1b00cb75"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AkSkOsjkTdgUKHDFbqzxkfBr10W+Fki+TT0jG2Z1bS/jgcNN1hHN/RpvH8ItiS1sqA=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[2]
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
    000000800000000c3618b8b9e273fdadf06fbabc"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c87a954c8c7273e071de1c9fecc6d2305d29386c736e76bd1919563c734ea7b0
    1abfa5f76d99f658dae748f1610991ad"

header.content_type 2  # framed
header.reserved 0
header.iv_length 0
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"d7f62feb1984715917d90d9ee83ad745"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"7011d9297f7a59bd"
  body.frame.tag hex"147e73f66d2ce88dc466d32840aaf295"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"329c3a39"
  body.final_frame.tag hex"89e5aa5ffef91461c525c021873d5bbf"

footer.signature.length auto
footer.signature hex"
  3065023100f0bc291791ee1014ab7e2dcb026c7739979aac3f01e49b015419c5
  42d9db23c32c1d8c6e488903ecb132a707b899fc5f02307f220999907c56556a
  945502aa1f6a609b6d993362c8532d7737d5fe61a851251089b1f1c41be98154
  ef23f3fa696ad7"
