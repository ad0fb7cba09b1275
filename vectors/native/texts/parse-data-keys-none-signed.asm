# 425 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"a9baf8888feabe1d539ded6b45f3eea7"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

  # header.encryption_context[4]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AoGEU93Aav9nhjQSY6o1CT+BtLf9dQ3Oo9P2NrZBDiNZqmUegqlwAvfqeobesk9Jrw=="

header.encrypted_data_keys.count auto
header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"771ff295dd89234df1af9f0381376f06"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"a51fb7978df23bdd"
  body.frame.tag hex"240dcd277064b9c2d122de298a3032b9"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"84f432954409b17a"
  body.frame.tag hex"70958019a8d0f8c0fe59b0721f1c7d2d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b7d86dbf"
  body.final_frame.tag hex"92c7a6f807048388705de934798ee416"

footer.signature.length auto
footer.signature hex"
  3065023003475f95e84da62b4fef3cc0fda501c89c224b9eef306c0c6277af2a
  b79a414a8775415b49c2240aa6193c908ccc239c023100ae8cc33de22b55be14
  dc7872be3ae72164a566fc64b61e1302cf4513e7c74b6208a4edfbe731e552ee
  1e505b01657b18"
