# 322 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  7f29a5b245c328e6897754ac7145dd1b5db05396d9e0ae8f7edad4066cbdbe6f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value ""

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
    000000800000000c3c8560304c59fe00c0123882"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a03d1f537881b6bdeeace368bf557ed776885d8d0d809a01b212791f6ce94369
    8bc5bd94acc57167bbdd0b7d26bff06c"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  00d68c256b82137985fd0d558bf58d37ee59d70da4be16f092f8d0f834dc5638"

header_auth.tag hex"c3f1e47c041d453c676f55e1beddb430"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"6ea8d5edf10301ae"
  body.frame.tag hex"b79b995501ad630fa77206a4ccc906e5"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b2626508"
  body.final_frame.tag hex"129da723743dd22c0cebdb445c42784b"
