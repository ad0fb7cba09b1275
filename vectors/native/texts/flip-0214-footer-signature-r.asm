# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"a317f30e288f0fb0ff0f3de25e1d344f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A3Z3wN5cpq3gG9vdv4O8rkS9UpFPxI1Xjux9dHzfyVw9"

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
    000000800000000cb5d6691953a2620b9f6117dd"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9656228d1f56e2e8ab28f50b829bd73419d5ab4da60855119b8828abc81aa9da"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"c75f5cfae33ce06fd89775402d182396"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"bcbeabe828befa13"
  body.frame.tag hex"7412053006e1502b577fde20dd941c21"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"33373d12"
  body.final_frame.tag hex"66243ba226e9eeca3326d6daad70bf12"

footer.signature.length auto
footer.signature hex"
  304502204832232ff9c37873fbb6eacb2b7e253f5e002bf0d4b3e8a899ceb91e
  aa1d4a73022100b12bd3075f3d6633e295218b2a6bfd904e6f3b15992b5d86a2
  5aadd51bf181ab"
