# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"00b8ee7dd81d8f25d99eb336d5b0e3d9"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Ag1HU6VX8gufbFgU8d8VVH5i3VzVW0GYY2t7syV800pp"

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
    000000800000000c537c6420fceef78adf9427de"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    55fe0f9ada23d8075d23737c041a72d098a476724a9ee36e7a414e5a216ec1a6"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"0c1407b5825976161401ec2217849fa3"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"3dbcbf7bb19910d1"
  body.frame.tag hex"92f978dd4a9fa41dd4d61a08d9ff8367"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"5efe1fdb"
  body.final_frame.tag hex"ed3d0047744426e2e672285a9ecee67d"

footer.signature.length auto
footer.signature hex"
  3045022100a903bfc22337a895224dfbe3119b396894b89fc6cf9e7bf62cffca
  3ab09122300220348e20709e2e6d062856616313376f59a5d2edf6fa976891b6
  a27b56942d2d26"
