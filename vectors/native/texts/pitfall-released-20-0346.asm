# 497 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_192_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0346
header.message_id hex"1a1f0de29e602f59eb9f620e4c388599"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Alb158kNbqlHGaKPHWlSme7XPkGGe/nqxMKIfODc4PO6mDseNLYVKKYy0jr6gL7QGA=="

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
    000000800000000c32b38a7cd53fd5e505b91e9a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    83814edef947bdf31c050c339b07946800f31a84bc29bc0d7732a4ab9c764f34
    7684534a9fcf394c"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"0cbbe6ddb3a3226eec7d8c57758b43a0"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"2d3fb959e00d6ad5"
  body.frame.tag hex"8ec8ffaa61a170750f82180d5707c6fd"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"d23e2ff1c273fb0f"
  body.frame.tag hex"f8ed5f2986a8faff225960c48616b65a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c833c22c"
  body.final_frame.tag hex"0800e573b49a6e0eeeb58d443318c66e"

footer.signature.length auto
footer.signature hex"
  3065023100bf6eb918954400921524cc434d0821d3ae381d8810042b21366fdc
  2ad513ed199b5e65958c324cc61fe701fcfa2ac5360230512deee9bf4f03e563
  7e7a7675fcb155c67d2ae3c8593349701dfb12956b5c2534dd9c7b19c6dc3ecd
  9325d67bd22eb3"
