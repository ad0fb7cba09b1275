# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"88f8e301e9ff805b3137418dd45f4cbf"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A/hs/Wlj9FewYaWUqp2lG3wTVzKGIxdMrTo9sVEufO6072Rtx3PZj0LOFUfXLt/KNQ=="

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
    000000800000000cbc39429fdeea2d555c86a574"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ff30de89ab05f14780d5c429efce6b6421a2a292d90a6f73a683336eac7388a3
    db20e79fb8e88c7b589bbb05dd16a4b1"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"725bc440b516d82f75335bb30dab05fc"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"b016cdc4644e0944"
  body.frame.tag hex"8b096cf715ac1285c9f2854500000000"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e5bc64a3"
  body.final_frame.tag hex"8c1364f19b1d4124e3381134690d16fa"

footer.signature.length auto
footer.signature hex"
  3065023021e1d0cee8355b834b8dfb8cd370f7c50d99591709a9dbdd33fab3cc
  7a39265b6cb675dc9e4a81d1fb5ae621d08732380231009914ed93d2558a60e0
  2c79eea79662dd89dd6da6d5d0f9a99933372cd41330bd27d50d7cf07503ff6d
  9119528a63b161"
