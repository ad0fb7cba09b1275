# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  793b417f99b48f64ba8c981625d61865009b6f5a574f83209d87d038fdd24388"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A0hqo25QSqDrwLK8bfkyrNu/13mti7KxcQUjRpmCglhzgW4p3RDr8is+kRTeOtN/qw=="

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
    000000800000000c0b9b314e6ced8e5074378ac9"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9557c0c7d04d6c0f3f4143e24cf5ff760b279ad966726c1b34bc9c92fa83fe37
    670979f85702ae1d5b8d8ec9b8826e00"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  cac83fa87b7f95acb5c04b3f037075616140260ad51083d9fbbde5179d12aff3"

header_auth.tag hex"8d9a9ab7f294146c0055e194d2368bef"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"bdca16fe380baec5"
  body.frame.tag hex"22997f02998eb2d4cbaa670310f658c2"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3f4f3a5b"
  body.final_frame.tag hex"bb5a541e98d0f9948a390589695a893e"

footer.signature.length auto
footer.signature hex"
  306502301caee007873020f24260ab071a775c1260c13410252e22766dcba54b
  ab5be99384d9e9270f679379e6e86e4156daf7c602310081c6647b8f0d256c21
  4e0c68dbcec32d9f798ec64e9663fb0c69069c23877d7b437c19045ca9633574
  c992cbfcf5cc98"
