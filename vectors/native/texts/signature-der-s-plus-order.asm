# 521 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"12d981cbf436c11325bff3f456756d4d"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

  # header.encryption_context[4]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "ArIKcwVWcqSBoS4j5lU6wWu+mtjnlQDrl2sNdGwtMi/kASFPbp4LB+Npt3etNHnUiQ=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c062d88fffbfc23e252b2defc"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    484faaba12b7d575b1ff07344bec39335aaf03b87c687f002b3fcc57f04cf47f
    63efcd01ec7453e1ae0d1fe20262f771"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"1423e25457e7b90aceda79d46ea8d438"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c504e3015f8e13a7"
  body.frame.tag hex"04bc695d5fe9190fa50eb43bea917f98"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"ff96c5b2c79f7ae7"
  body.frame.tag hex"159c68148bf17f664ba23e8702160041"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"49586123"
  body.final_frame.tag hex"e60424ba34cd150bce3c3822af9ab10b"

footer.signature.length auto
footer.signature hex"
  3066023100e7ec7b12b28f72b9aa824b9d2b6ec99352fc6ef67eb29a7de2acc7
  d00b9b73b4927eeed009f15c0e0f597e08f0b819220231016dc148ca8be235c9
  2ab7a4bad581aaffc0550aeab1c87a054c5c79a8fa0e1f93cf0d5015b5dc81ef
  3e3caaf078eeeac9"
