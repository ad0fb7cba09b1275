# 521 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"b3f6391e582660e6ca25492c1c765dad"
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
  header.encryption_context.value "A+hMCO92q7iMrOvhqRrlOg0z23PNd6Lhvvd3OFn5jqXcB4kDA6f2D9C2jYGU/dj3JA==" hex"
    0a"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c6f96099d8a59f58699110a33"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    236b24c4e097837c850dd3e89dd7b73c8620701f48403fc2f6ad526ce7675019
    621d592075fe4f8ab64ba71e9ea13556"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"48bc61fafeb575144791f8f453d89562"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"2d75e20726ecc63c"
  body.frame.tag hex"5894b53562db520115c67827ca9817d3"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"5d5832792a35029d"
  body.frame.tag hex"9dedeadc8c3194008f39401a5c0ac52d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"1e550314"
  body.final_frame.tag hex"e5c82db8cf88cc25dbfb1ce8a8b7334f"

footer.signature.length auto
footer.signature hex"
  3065023100ff4fe0f8db0b7518f5b907c71c227795eb16687b9d2f4264c5ad9f
  a2b66328920ffa58c3b4b31707bbcb12b60400867502302871bfb7b72970806f
  ac59966fa2ac1c57a996ce0725380c671398a7b1be0fa4cf52f377fa7f344507
  334afacacf449c"
