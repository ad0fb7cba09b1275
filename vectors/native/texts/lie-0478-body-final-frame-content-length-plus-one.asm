# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  fb412108520e7aea58f44a3099b53c13eb839a8ae2dafe0a4d945c6f29e340e2"
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
    000000800000000c81d214683000b93b262636b7"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e7abd9c45c9950d1df0e6dc6322b4fdd88a294e350ac06eac24e2085f2ef87db
    9e7a61b03ffc5c44b8762d11d6b6d933"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  c1e82c9f2bda2ff7fb2b956541f2129d1855966d751cf2fc2bafe59bdee6a4ad"

header_auth.tag hex"9b21704f353555c83f850d7dcde7ef7e"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"840c9cee3efea3d3"
  body.frame.tag hex"7b267321ff0ab71ef4e52d05ceeb52e1"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"83fe3e3482"

# Not read any further: the bytes end inside the final frame tag: 1 more is
# needed @ body.final_frame.tag (offset 0x11a). Hint: Fetch the whole message
# again: it was cut off in storage or transfer, or a length in it was changed.
hex"903d79af5cb433f8bc8f93edaa6c2c"
