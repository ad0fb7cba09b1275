# 291 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"d4686ab81b346405cd5f9ac70ce0e359"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "k" hex"e979"
  header.encryption_context.value.length auto
  header.encryption_context.value hex"fc"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c7cdbc9c7d74f3693a33cf303"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    967879d968b6d7ecd28156736ef0634320334945af9cf53f7bbb45b6fd0f180f
    f489637340e08790d411ddc8d41400d0"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"8561aba576708690f3986350dd605973"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"5f0a1c1c4b738e70"
  body.frame.tag hex"072427ccd1d9bb6d27693fc34aee96dd"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"6c480cc216868656"
  body.frame.tag hex"3fdf17d6b4fa70a9aef5df6ac94ec8b4"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a723b079"
  body.final_frame.tag hex"b303c0ccff1193c89333a9e9e7aabaac"
