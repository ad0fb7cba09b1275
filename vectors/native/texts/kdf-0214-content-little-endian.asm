# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"63f501d4492635363fdf6cd49f703f78"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Akd5KP516YVF13tRjr6AR673ewSk9cvCb90rygn8vAHq"

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
    000000800000000c8f9a0851c40b510390a91445"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    65d44a00a4186b24b75c212b3f3b0d710cd394a001ff347bab55defd6e46a8d4"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"fc63be06ad74109c9f06cff41d7c5f1f"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"8e057ff407231f90"
  body.frame.tag hex"b9e3e02cec644f2df804b4c0bbada994"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"84f1f508"
  body.final_frame.tag hex"44b8ced74cd1d70ba92a0ac86efc0b07"

footer.signature.length auto
footer.signature hex"
  3045022100a7f610e3e0589b7b67c06c6e927c03dad17c6297ac7aafa1a218be
  530f92d6590220469695f4d58c226c076280bf0e0ede1c922db52cfe1f344ed5
  1afeb1673eb1f2"
