# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"9a3cf994dcf1f9a51113891b43055a82"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c89b86c1295639045487981ef"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    245090a907dad5d5b0417445d85935b386351f3457af3079577022c355c808f6
    cfc9af113b03bf1abc38a43d4811f47f"

header.content_type 2  # framed
header.reserved 0
header.iv_length 13
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"005912b4a3409184690f51389b3ba4a0"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"1f620e17c17895ca"
  body.frame.tag hex"f71ce1f1dd45dbb325988b437d21a21c"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"65eb173b"
  body.final_frame.tag hex"89debcb462f1e41a1029e3589745a5a2"
