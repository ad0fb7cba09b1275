# 298 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  5f1ea673116a930cf806efbc0adc5554839fe20ad7abfa7d428226d7d96611bc"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose" hex"ff"
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
    000000800000000cfff49cfe0cb50f16210a6f9c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    db7d885406896f8e9b944791b8b2f933c499c0406d21649aeddce1a8055f8252
    0a85b781c0f2e84ce7ee396550461fde"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  1e849e1acdecd13be4be8150b501a62c9b40a79e1d6f1a77febd3225b85d3dee"

header_auth.tag hex"7115f1183751cc2ac4dbefb6cd3ddc8b"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"62964547be588641"
  body.frame.tag hex"f2bc493d286763ecbd3bb0cc6f76a4f5"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"612f3eac"
  body.final_frame.tag hex"4a3a7483c9ab36e4a662497c04b37ba6"
