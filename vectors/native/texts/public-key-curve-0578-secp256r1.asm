# 486 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  5ca58429b775f77344ce00601fb8fbabaea8630e9a313d9f1fe52cc46e947ddc"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AxVkwHH0+SWqzxL3wv+/r9SjkSB4LLlH3+psqGjB8zTu"

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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000cd1322692b3196c94a006e4d0"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ecd7e06fe1f5498459f76c51743ecc86ea610b88d6a79576209a1c4ccf3b4338
    bc3a8b1c262b822d88ab234919ff1347"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  b35afd1f51a075ce2f203e7c7c4339d5b75780e416b886a4619c49b42d7c235d"

header_auth.tag hex"e0146e9104d6bc45ff9ffae0d62a5919"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"109739f1e45c1487"
  body.frame.tag hex"910806d73aa45831eb26a5fb9a57184e"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"94d6336bc0f481ad"
  body.frame.tag hex"6098cfd4232b7aa3556a21a70e85e5d0"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"5c10d699"
  body.final_frame.tag hex"38d5126ce25f47b365a9b7d94f57bf77"

footer.signature.length auto
footer.signature hex"
  304502206c91c7ed3aeb3be75ec1ffa639c76ffe630dbffd39b31c728a75a168
  32169f83022100cf9e3c3e0880d7dab51d6b7e134097d8f0bdd9d49d6a83eef2
  65a78542b3c057"
