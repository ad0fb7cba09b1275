# 542 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  7c44a94f076038db31264809d399e162c68ff6b7006458f2863702aea830fa49"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A0viZQ/Ep8ejcjcxElIU38RNLT+hPVRpkTEth4eNrq9GGQi5veTS+yvQqTPNY4Iwkw=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c72ea92b133b4c250450e3b4e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    578617361f9915c6552bd0dcb30300d47dc960e841b14559fc5fea87c17cba36
    01f3dbadc48f5f6e3b4bff57cb4838fa"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  b1c65e6c777b43c987a8a6197c30a6029cdbfa2a863a9095bfb42e49633103ae"

header_auth.tag hex"a6ad0a0bc9c2c6dcfb04e222a5232ff4"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"d6e12b3451425e2a"
  body.frame.tag hex"2509d8342ac7afb8af0f07948098b21a"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"9d89b69d4e730a33"
  body.frame.tag hex"8cbea8d119a02dc1a62e27d751f9ed74"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"515a7aae"
  body.final_frame.tag hex"0c21d1801892969b3ae9e30144ba2f36"

footer.signature.length auto
footer.signature hex"
  3065023029396a583c15ec634d0da221fe2c21e00ed443913142ab80ad92d06e
  e992ac1d4755b333c7b124d375140c992365c8a3023100d90755ebf9dc5f8223
  6f34c37fd514d97b22ea0cd71aeef7ef92cd0d60afb251cab3a204a88f4ea178
  8edae3ee838010"
