# 519 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"d9893cf71ea1ef1f4c2faaee6211d2db"
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
  header.encryption_context.value "A1KoZAs9/JixvgBTa6i0HCgs748zBoZ2j98CKgLzG2VkMuZHZLpKtj2SnhfPi4TyvA=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c52c4d382a7f15a4e6b85fa12"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    772dbeeee8e14a999264ddc20b56f6013e6e67b1cac785e2a7d3cbb36ba5facf
    3aac04b363374803bdb300db1e1e0f51"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"ee62b75db28f6126321385ec3df530ff"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ca673a703184c32b"
  body.frame.tag hex"c82865838e46b7d7a39e7f33cf1f0dde"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"0181fcd34bc12da6"
  body.frame.tag hex"691414945334c7425ffe1332698f3da0"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d6d09785"
  body.final_frame.tag hex"208d8c7ee2b2a17053ead458ca4a8748"

footer.signature.length auto
footer.signature hex"
  306402301b5353f55ad4951454d0b356741e7fb56f03a351dc98a531c649d211
  5927295f9d722d017ef6ef9d6f58a7857916fed002304132c3c689dee90cc526
  f0dcc836cb035ff0df55f0e51dd20e849fdd678b11f627ac59fe088c1a28d40d
  a838eafcbc25"
