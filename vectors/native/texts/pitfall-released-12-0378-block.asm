# 429 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"6a40f5167c675fa27e7a038847495061"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "ApsNuyhOHCDRYXiuE75I8+xI30hINp5KgSBMVjWzWcZ8epadLcA7lyxLWKQDgekukA=="

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
    000000800000000c3b06fe3b8619e5d0fbe675dd"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b82a32bd9a37119072a01461216972d05d36a73df4b8d1d17b6bf0e8031ae364
    313026cf53d229517eb7e64a8fe69acf"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"38d3013ed52d664344d5f03233a4a230"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"93aa00febeb5a761771e657d"
body.tag hex"a7143e7978b154fcdbfd34d74ed18517"

footer.signature.length auto
footer.signature hex"
  3065023100cbfb9d06ca8a57df28026cdfd2dec883eddb56d826fba859bc0e4a
  983113334ee6e67f592491b7f69977f26e0440fe2a02301a3f71696e4f077e8b
  5ea6b275560c90edca401e6eb42c110d79d2d16ad80c5984910639a0671a549a
  e755dfa3c0f93b"
