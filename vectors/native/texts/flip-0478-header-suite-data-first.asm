# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  383ee7b0baf1eceee04bfd7125445b7335a6d7d66537c06cbf8d2acc3830d421"
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
    000000800000000ce0346b9f7bd822b435d60213"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e0a2126dcc25eb30909bca27d96512b03e02deb0eebc80ef4ee8b5c3d27588e3
    7ae81b3a0627d7702cf9391aff3c05a8"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  4ad77dfaa9557553fd216b6fe615b8d2ab11d597c88853286d0a8cbc0ee5da09"

header_auth.tag hex"45e677a87fb67d1abd65871d5cfcfb89"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"fa8a047d548abc5a"
  body.frame.tag hex"05e06f35e20d2ff0c3de2d3a5b084193"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"6780061d"
  body.final_frame.tag hex"6e06862c911eb764a2b4410dfa6782ab"
