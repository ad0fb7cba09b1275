# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  57f1f28240506cd2cb3787056fb9cc2afd7fc9c77beb877fb0697387bb95abe5"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AuSai8qlUZl9d23QXZaoEkk2Bdj5AEsm8yqlDHsyIUeVRlcwuKxzswZoZiBVf8aYVg=="

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
    000000800000000c4a39f274c27bcabf05d463e6"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    92b969ca8bdf138de245b471112517bafda5df5e88dcf7305cd5ad692116fc7c
    b0b604fd5a21de3dc49678ef7060c6e1"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a7d3f43d72f44b0d5f2e8950b2fffdcb4e8dea619ab765974ca2a4e196ec90fc"

header_auth.tag hex"9d2163f6eedda1b21aa04f50f29faad0"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"4ae39e2c47d01646"
  body.frame.tag hex"915879b47acb9fea7ca5519a1acb76cd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"65ec870e"
  body.final_frame.tag hex"f6a4b8be26154823f8126f25812377da"

footer.signature.length auto
footer.signature hex"
  3065023100f4be89ed37db829f3c234f850414f92c773049ef9064f3b64de7ce
  c2cd02bab0335ade58b2fe66268fb37e81e17404b502303d629aa331236fff08
  afbae74cd3cc20b728f8d01ee03a409f4629cd43921392d2325514977a0e6403
  06f19a485c186a"
