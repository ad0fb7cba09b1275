# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"1909d165a0417f25f3d81e67ae8b0316"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A0igvAHCe+JTm+jangWQ7mVsP8xUM7nCFFMdYgPnZxLUfj9U09RCPLJuIb07dWZ5Dw=="

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
    000000800000000ceecefe70d89c2d5bb20f18ed"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    07abd759b61945784fcedcaeb1032dc8222cd682cd1afcdc6443a812f6d4e5d6
    aaff1c565700727f6a39076b3be4c677"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"800000000000000000000000"
header_auth.tag hex"92524c734331ecb4547bcf18c918facf"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c24ea82dc9243726"
  body.frame.tag hex"b72adde3ae3bea89b9f2d7878526a666"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"46b5a00c"
  body.final_frame.tag hex"03ca44cd0168c706dbeac54b860f665c"

footer.signature.length auto
footer.signature hex"
  3065023100bf804a2fa960ce40fa69720a68e7f9856f69cf7f0f686fa5648bc4
  614e7cd48e2b1a353979278f590f832c530311497d02307c7125a616595ce6d7
  c096155fe2519da8404fb96508445b1820ca0dec3f7898cfa9bb433e3d5a9939
  8ebdf724ce3359"
