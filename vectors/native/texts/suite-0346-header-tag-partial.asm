# 457 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_192_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0346
header.message_id hex"308d1697e81ec6df1c479c20f585a07f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AkOpT6tvJBa6imFNPZWWzMyVYqLj9OJWXfGVplUDmUOn1wlkyG7hqrUxSApJNdDx1A=="

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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000cd5ca4eff2714bbaed8186cbf"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c5a6f4fd6737e5e728fb871d20c14638155b962773aecd5af3bf12d635f6d640
    14c7e6790be53dc1"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"95e1aeebff5d642723ba63575e57b71b"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"62e41e857be4e93f"
  body.frame.tag hex"1f4834da019c2a5d16ba9d0b011f7d5a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"27c3ff94"
  body.final_frame.tag hex"1985d296dcb50080fc6ec862756eaefc"

footer.signature.length auto
footer.signature hex"
  306502310089e94b814265819cbdb9f2b75c1095f9fa57a29c7e22845f4c3a29
  b7c4c1ef5e1a42dca65890e24c80ff5e7f0ff05440023079de07d4d0050c08bd
  d8778f83e9ed66e57995fdaa65daba947913322e09a8d8a8fe27e6abe3c319e3
  0851b76a34dc0c"
