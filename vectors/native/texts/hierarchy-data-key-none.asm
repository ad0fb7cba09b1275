# 396 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"71f205277bfc45284f54be7a931eb6bf"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AwkAWeojPsPLOD1DvgDEMuKYdfXxlRWR2AVjR0MZ57MR8keosuODKG+nxX++s3YboQ=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7b5209fa6da0b0eb160f080a77521051d19b8075fd09e445f390e1c17e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f61221fc395fde9c35c9e0221dc82fe2a"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"7a95300bb8c72adf4cb35ec7e2c9ee12"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"9ddf2f"
  body.final_frame.tag hex"e18e2d273ba0bf33dc472dd2b0fa27bd"

footer.signature.length auto
footer.signature hex"
  3065023100f6bfac366c98f249f76db13f7aa4f3bd61720e85dad6f2344a9099
  2811ece580325b8b041551050e827b6c334b24d649023006c25918d2475b4d38
  8e0482fbaba068ed1899c4096399f4e1d2541808407aeb93a4fb9351eb993cc1
  9971467d85ee02"
