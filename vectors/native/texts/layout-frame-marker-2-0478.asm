# 295 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  9ef6413ceb1c9c957619e24c85d737406fa8887183e076cd2de6322cb0ce9e55"
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
    000000800000000cae303856329f9344b6346975"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    335914bcbec9ebd6a7e18816e76aa04d63f69a19d84cdd2d17873bbce66c48e2
    4526e1443dff0ac6d69457df6fd263b6"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  cbe0eda88f67c96937f9ac56230aa7ca7f32ef2a3b0d048308ef5429bff093e5"

header_auth.tag hex"7039c6097068da779f35ab1dfdd5b2ad"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"096a9d3e12d59e68"
  body.frame.tag hex"7473124a3781d4e2398c652023f65d5c"

  # body.frame[1]
  body.frame.sequence_number 4294901760
  body.frame.iv hex"000200000000000000000000"
  body.frame.ciphertext hex"000200000004a5a4"
  body.frame.tag hex"4ae906e4504c1016479ac57a113f8969"

# Not read any further: the bytes end inside the sequence number: 2 more are
# needed @ body.frame[2].sequence_number (offset 0x125). Hint: Fetch the whole
# message again: it was cut off in storage or transfer, or a length in it was
# changed.
hex"b16b"
