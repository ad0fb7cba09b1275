# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  933950d0a55258e3954325183811ae1612206055bc24e9b93c372f2b8e2a8066"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AysadiwdTvnPBRuP5b8S9qZXOVVOEW5Z25ifPJa78glWhcaXmkZ43GE1A0gH5NP7Tg=="

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
    000000800000000cb7cf0c74885b0348d7e4024b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    00d4c2aa057c76453b7070f3ae39bd9f4a93d42618a26f7df0da73ee32298aee
    f3e1018fa1a2183675bc47f9f0da204c"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0fffd7598017da075193beb9a308d504221d37899df64061b67cca5695ce3f94"

header_auth.tag hex"2f4bd2cc6fcd3ada3ce581c88d454e4d"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"2d5e90a72cb79c1d"
  body.frame.tag hex"a9b652b8df2178f6df5b0135dd229c1a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"37757935"
  body.final_frame.tag hex"61be400eba77caed3bafe417796ce8d4"

footer.signature.length auto
footer.signature hex"
  306502304b150c86b183b5870259cfb1e7a9248ee1a627d0c7d5008fb52f2605
  19db1dd5033768dcc0cdab19f9630bb68cbf57c0023100c18fa03e1f8401936b
  c4944d71100853f123aa5908ec103c34da54fcbfb94e91d39a33f8109e831ac1
  bcb39df7a7d21f"
