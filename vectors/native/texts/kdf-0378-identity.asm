# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"7ce50d65a2a7fa4e0c84693607e8785b"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A5IlkWSOARkb5Jg4RLWTxK6O6ar/pbP+lxf+SdkbKMQZYgHCuMhIiuHhq44fSoQoqA=="

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
    000000800000000c040d4eff5d274b46de7acca7"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7faee5b098e0bbd1c758739c40b0cca95ab86dc59f9f538551352f1d51b55916
    d4adea41887cee910ba93bacbf842e7f"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"48394bb5831159c4fc08bf6cd0dd1b5e"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"2bce34f3a03031e3"
  body.frame.tag hex"ee618e42378c1a8f0251d7f751cbbb81"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"bb92af8d"
  body.final_frame.tag hex"7a45491410ca0b630b59b9113fea0d6b"

footer.signature.length auto
footer.signature hex"
  30650231008a20339bc77e698a6f6685ed22ec9e282d96901314d7cd204ebc96
  5cc468a8f1b3ebb761dbf6e97a0bfd789315bd2bdb023062b04320af031c63c8
  fe4e4b022c303b43aac5b782482c10c4aa6b62e05c20f959a2f4a9e0a435dc5d
  0d49d21fcbe858"
