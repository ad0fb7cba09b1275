# 505 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"e49df71ca76c8e366d838fefd309230d"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A2f6R/J+OQvLXYozFWdi1amC38nt9Jv4sb4xL0mxqGyue3potUrO33aw/zPb8aFpXQ=="

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
    000000800000000c42156c7c2cd4a00810f412e4"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    548ba53442cb4c859169c8937e03c9a9fed7d363c83c2f08df678d111d26404c
    4e6470c3adb603b3d2d49d038abb02f6"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"f021397d959942bc283284d0b9ceac4b"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"dd5213a739d18b86"
  body.frame.tag hex"cb0fd551b873afe1471fe8061863e5ba"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"302ac18f67e3e548"
  body.frame.tag hex"4531f71a5009274c36c4eacd917626ab"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"28200556"
  body.final_frame.tag hex"1ff45ddc402df3691f993b618a3d4783"

footer.signature.length auto
footer.signature hex"
  3065023100f207da427313a32679e6b0ab5db4c834a3a21d93f2d61e22adacd6
  b5d1f406c33ed8508a196967fcf9489b87ce52b013023034062dc7e29c32e382
  acd008fb069120cbd30ca060f6df1152c6498a5443c5390b03712401bac6994a
  e89c0b9dee895a"
