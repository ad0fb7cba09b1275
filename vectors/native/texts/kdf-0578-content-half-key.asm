# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  774c73d175ae6cf11eabee25195d3d6e60b8d5ee2ced6d0f5a2408f64613038c"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AvzXrpLIQoSjxs6LJz4yFj3EGzwD9qC/vAfIpIUb4/GXrpeM5vKaGeGfx3YOop2XtA=="

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
    000000800000000cb458d735852cb74550ed14b5"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    f4b44593ee923da66f61713984cda05f42669f96485441fa18dbb3fcbae44623
    c7cfef12a84a6fe0d97db012947e5009"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  fb3c43ad09c9521a2c83ba11968417b98562ba6691b3ad2616857b3f25d9979f"

header_auth.tag hex"0166354b902f33045e0ce82c24144d8c"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"69770442ef0a9903"
  body.frame.tag hex"56b6ba26dc48567294010f9ab25d6a97"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"62ec3ba4"
  body.final_frame.tag hex"f67e99ffe087c391ca8658f09ba4836f"

footer.signature.length auto
footer.signature hex"
  3065023100ce0656d2d2811e5a2b0c8d92b29b88b345518347c6f010341799a0
  96ffdb7430ebd592a8b4b7c0cf2ab3c0d956a27fad02305c5f74a6544fdb5b8c
  4f45b5751b07259bf8851d6453d3c9ef7687731059a68526b13b39d277a1da57
  9f5e146d0e66db"
