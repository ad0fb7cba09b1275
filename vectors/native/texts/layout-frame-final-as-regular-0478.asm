# 289 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  8ee1fe87be08d5adc50f8d19ca81a96b98e60fc3fe5e31a80032445ef7f69c6b"
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
    000000800000000ca99510aebcbf9c66d7c0b003"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    951d43e71b189ac38bd314f25971801b1854f047f54834d994944b2d44fbf4ea
    ecdff17686580aab113bd6150c9cadb9"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  29abd1514ef3d68a15d57bf7ea487140a014cfd28dd4a424c840f89e7033188d"

header_auth.tag hex"96e52bd7d05db583c82a397fc57e63bb"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"f2a200f6e4d6081e"
  body.frame.tag hex"9633f4e9a4bf01c9761c419d38fc91d7"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"6feacce45f2af655"

# Not read any further: the bytes end inside the frame tag: 4 more are needed @
# body.frame[1].tag (offset 0x115). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"dede87593ab4c27564806535"
