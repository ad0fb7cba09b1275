# 459 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  3b8f433f921b756423174d1bc50721552e0b036da1125160f13167f3749c5d61"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AkE1nWPn6PxyPsYUP/fe9uwViHIwhrvu1gdDqW9xG36VCMMcMq0NzRUJhWWGLGOdlw=="

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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c7470e85f5cc54a165a97e837"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d0ee77c809ce413bed4fb663117ad760b138c0c1966d6425102f130aa6f1e9a2
    158d3512daed266727e3b417366e170e"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  952e314093f0c1f7eada78c81149ab916abf058aa5753260f7d788adecaafb6a"

header_auth.tag hex"bc32c621c6f70b006638ae0f84c1da29"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"87579b8f4976135a2e4440e6"
body.tag hex"9f03583c9eb440fb0923b830afa9e30f"

footer.signature.length auto
footer.signature hex"
  3065023062ae9ab6de784da50736c645258a1fede1e4ba84df6a52f7091c3e77
  116fcdc8dbbae6f5287f8dc70087ca745bd01ce9023100907a866760fc89f385
  6dc02390cf21ca2f5a73c89910b97566a728ed4c47cef8267736efb09ade5f8e
  a1519e2c5b1cf8"
