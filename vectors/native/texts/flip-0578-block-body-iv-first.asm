# 459 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  e451c1d5d058988aef172fdbdd77260e73ac4581c10910f77d2bbd084c48bcbb"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AsbXpG08xjV9u6ugOrtZROAV752+zH337fRKenAnsgOzKXoSMwDoxc3XzTQsu73Pzw=="

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
    000000800000000c012f1013e5740826be60d745"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1a6a8a256f82a467fa64cf20343c247a2ae28b3cd2e8c1cb6e4a2510bc126aba
    6b4d91b704e9653a422427118f1b5ee7"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  5e0265d778e5881c861730c13c3bec53022499c0eb01ac539baccc39d491ea10"

header_auth.tag hex"f481a8b23da46768fb8bfb2eb3e73d54"

body.iv hex"800000000000000000000001"
body.content_length auto
body.ciphertext hex"34a6ac095a08a221fb69ad8a"
body.tag hex"b0665a091ce8eb2c99e8594e3e26c4ed"

footer.signature.length auto
footer.signature hex"
  30650230605e85f6b49100d22d6f58d330702df0b67eb2f187d922d1e22445f0
  718403d68f98bfc1e1c33fd7417a75948e8664bb023100b2dc1713b7cbab1aca
  8cf56f1ef50a968c702a8c99b50ef5a99e418d9ed10454bbe23c467395094385
  39aa0900583629"
