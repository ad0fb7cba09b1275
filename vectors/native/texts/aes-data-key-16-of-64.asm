# 407 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"629955eea80bc39afe2fce7ae11b49fa"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AkyYgchv2q5VVV0pFIMdjYfKXeb5axA+OEm25eeeWDb6"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c489876387ce1c237ebd8271a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    06ce4e9947fb4c37ca323b599d2e744e7e523e7cc7d224289f6c7bee5b96a0f1
    606eb812422b11ee326d6b4a476186e6362d2c47a9d6f0163b0574bb662dc157
    8e1cdc5101596fc2e270511f9b34c65f"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"12612632df1ba77f9c5888b505a8634e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b7808c"
  body.final_frame.tag hex"65722e30e01a9311366fc0e8cbcb30f1"

footer.signature.length auto
footer.signature hex"
  3045022100ea2d4cc7fa7860f6be166230e6d2d94ae5528307d32099ef155b58
  0b285225b602201d00e740870807e344fbf5b69290cd88ca54800290a51dcc1a
  9a25e500dabef8"
