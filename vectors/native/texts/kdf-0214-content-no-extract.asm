# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"24ab66964836d0ad70f04a9f5894f6bc"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A6HOo8KWqJDSCD0THFaPOPmpAalEcHhenuUFv3VvMYJh"

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
    000000800000000c0ad38545f7a1dfebd712622b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1cc1e116e2b1e50b8974e8bc0379acb6a7fd1d44e4db8ceccd9eddd947f58898"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"e12084e90e212cf329074e10b360f4ac"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"a664a743696bcbac"
  body.frame.tag hex"ad256da13dcb7943b106ce8e53a4297e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"5fb00fbc"
  body.final_frame.tag hex"9edf01558c70676c8fa0dde50a574f9f"

footer.signature.length auto
footer.signature hex"
  3045022024e3f685eee5fad81d216a954516a32896dec83c7cf63bd9acab6ffc
  160bf3df022100856cbd39a62d7ac37c1723397df454e8d8d70a9bdb984b31ee
  47deefebc897b6"
