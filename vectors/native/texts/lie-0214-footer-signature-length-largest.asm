# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"924aa77db110688fe67e849a308a8bf8"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A+v8P68aM3PP/HcZxt9nafv9KFrnTtDLNHSfikPKxoRY"

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
    000000800000000c5c444a0c5ef8ff241f803cc5"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d0639588f288ebac3ecad76b3b0aaf113da44f240c0aad87472944d5677063c8"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"fe83a06ac3dffceb47f96c5d11e4b37f"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"8ee1aa4434f7d36c"
  body.frame.tag hex"3957423cb67e6937b305b92cfe47d79e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"99a25f2f"
  body.final_frame.tag hex"97e1ed5cfb4bd066d898c7cfd3f27682"

footer.signature.length 65535

# Not read any further: the bytes end inside the signature: 65464 more are
# needed @ footer.signature (offset 0x142). Hint: Fetch the whole message again:
# it was cut off in storage or transfer, or a length in it was changed.
hex"
  3045022100a472d60a6867bdc062b5151084123b1096b0647e98f2d5792967c7
  d326c4639002207f241e533be23d46657473898775eabe51c21ff337361ca610
  9d4b6cedfbe648"
