# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  6fbb1c7c048a0b09ff39a2725b26570ae2d8b41c9dc3fbb5af134511c08ca940"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AsZNlOPJa9Q6a0uL8q7BHj+UM5k3L+KbItaqyDd3VkT0527TDBk1jWKt5JYNZ76syg=="

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
    000000800000000c6bb53978716d0b55d8ef6e6c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8fbc4ca376aaf813d54a3d65c3f58cef71cb0658aa1eb68672e99ca4bad1e18d
    3c36284b9c1c090de9b2b1e15c039efa"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  4293d047447e21bb192c525bb902d5bcc60fd2acaa869ba370fb6302d22b369e"

header_auth.tag hex"fc089ab8c1ac56d9a36c88c190473925"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"e7351521a55147da"
  body.frame.tag hex"4aee7efd389f243bddd7a6924531cfa6"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"be98e7ef"
  body.final_frame.tag hex"8dd7e4888d0497bc75ebc1e0bbf9ce6a"

footer.signature.length auto
footer.signature hex"
  3065033100ade96edcb7c037c57e8385bc7b81cd542cadf21cd4310e5c40326d
  760312bbe2b726507176cd82dcd460256a1d1f9af50230594d5359516d49370f
  4a557904291ad0068ce8fa14905dc7c372fc0cc305050cf91d76c2056895571c
  a94cb304597a8b"
