# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"9e31957763eaf80398004af0305b655b"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A8ggcuGyqxdU3+pXXt0J6BMJ0sIThKQnmmDiZetNHSVz"

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
    000000800000000cb67c81d5106dc486140a47eb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d4ee2bb79c2e886d0d171fe479223a8cf1c03c1a8e0d74473a1c55a356cd81a9"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"60624e5b8e6a6217b1bcf1e6c4a23e3f"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"781e1f7f9aa759d4"
  body.frame.tag hex"60af4c71fb285989cca1c50c2f253109"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"591adfb4"
  body.final_frame.tag hex"d37ce18052972403c3016da03051614c"

footer.signature.length auto
footer.signature hex"
  3045022038c9c48554c765a2ca28997f4ef6a56db93c591c299151cc091dff7a
  afd31748022100ce9464888e1978b1a51ce98b4e9c814b5c44a71d160dd700e4
  17440f68c83040"
