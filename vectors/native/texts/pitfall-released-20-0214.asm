# 433 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"d9c5de41bce988d568e5e21512aa20bc"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A6rvCn6DySfear37r+rKf3KSEjzNosvwD8WZ+GEntiYf"

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
    000000800000000c4ddc080a6c115a20d8a67a47"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9c1cc554546464d6767ecb45da86db45e91aa02a58544637415c0c6c56563f2b"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"3bba63f457dc16246523e2ac9ac3cf38"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c0652caef345ac5f"
  body.frame.tag hex"afdda33b7a9aee762a37ce6597188f7b"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"4fcc486c996a0461"
  body.frame.tag hex"aeac632573bdbc642f16f81a3d177c39"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"fcdfb357"
  body.final_frame.tag hex"1710b624be740eaacfe209d366889aa1"

footer.signature.length auto
footer.signature hex"
  3045022100b3f4286bb76c4ad7b13c5088047793bd2f2b25496fc24734bb3291
  cc3b3a87490220148eaf891e382a68d36725e2052f7f585972a52f76ca86a209
  7d7cee92414eda"
