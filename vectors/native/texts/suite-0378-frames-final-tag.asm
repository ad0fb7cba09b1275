# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"2ae1f073798c1ab81c7998441de830bb"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AlRBTkgwJ7+zpbxXSKALeQKdAkruzGTuIqzBQlfyC4eH0b1OkQQDWcTPyu4tzO1ygA=="

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
    000000800000000c20f931dc602ec27cc321aa3c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7fffe7251c9784cd98166b1ddb9f464a42df9b4dc10b0baa7f9f20a554ffdd36
    203430c52484c7946c65ce9c3751ae90"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"10ea8baa47154e3d902dd75b7ae83b67"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"287e637b17a9e045"
  body.frame.tag hex"a46f5ddf3fbde7b1273cfe539d9ba2d6"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a9578c97"
  body.final_frame.tag hex"ec798242813a72bae728f7e4db5665e5"

footer.signature.length auto
footer.signature hex"
  3065023100f99fe2c294a563841607700a0ee6d5cdc3f2e4848ee5483e243660
  af0167910708f42bd5b95f5df37239da21a44e967f0230542d2d0c754f851ac4
  d1855aa99f9f8d84c0c62416ec9ffe389ed42cc3c5f7be5cb5c116eb52e166ec
  55c2432d1ca2f6"
