# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  88074dad735a9cab7dc6c23b8415ae439a4695569e0e8e1b9b02266aa7b9d57f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AjYPstq9kemAP6w47RmwRGczLNePW7+OtmTOZQvsMXjbHqu063GddEVfC4NG2QnmCQ=="

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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c2ba7f8287e45d849e4633813"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    34f96c72674e49e0cc392597f6fbdbcada5b0a519f31ba1b4f23ee7e30dd8d62
    b982197f19a645e35ed3ad5ee9f7a93d"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  13797edb34ff42bf7e9c8288894ae044de6e93a575eadb501a7010820858095c"

header_auth.tag hex"9385a6120e125efdd8f47bed5f9db2bd"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"165a40d6bf6a17d2"
  body.frame.tag hex"16a7bae323928802049bfe03a623a39f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"91014627"
  body.final_frame.tag hex"57eef9143b65c23d0254e0715522cfa6"

footer.signature.length auto
footer.signature hex"
  30640231009145ff1e5d42dd87112e9fbb03d4c92f72bc81251a27305b3661a0
  7f72e01200e2c20d906a15f016a6354d4fa2005dde02300c72db7bd8d9df7a89
  d17b008e00b7c2fc4edc77640d5e734aa55a24560cfff40533ee6b87f643f09a
  bf3a1c3e179981"
