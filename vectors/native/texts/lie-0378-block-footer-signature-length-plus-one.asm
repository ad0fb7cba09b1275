# 429 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"3363617490ae4b07252548b2bb705446"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AjD+zA+9MF6qObvQANgduGhWD+SvfokNl1FmuoIQBOSUHp80rlOvZbU6VdIIv2X9zw=="

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
    000000800000000cc2055db9e57cf484fac2343e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b261f1f4de75fb3293d30915d6d8c0d32f45d8bd7c65363488f1c46eb03eb45d
    29b2aec08a1e8e1bd71a0992d8f6541c"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"b256ddabf70d88a1b1cd2cba0b00cdca"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"fde7b6baf302d662e8d3c549"
body.tag hex"8550d838370a2822f8f6c092071f846d"

footer.signature.length 104

# Not read any further: the bytes end inside the signature: 1 more is needed @
# footer.signature (offset 0x146). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"
  30650231009c7ae1b1dc1cb74f2829aabe292d578ad1c1352738b2ce20854687
  7eb6475ed6c67f9c5c8fd08722e7b77ae7e6e5ff8a0230754ffadcf3172e998d
  04e1b5b56e0a2f6f89f256f7edd7c118ad05f242ba815585daa64366be4fe18b
  cf882c7b863fd0"
