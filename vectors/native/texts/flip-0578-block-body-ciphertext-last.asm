# 459 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  49173da3ffb350b66087c15ee9e0e96493ab50340ca3b607a2475abb88ab7bf6"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A482KC39ocFQlSTNyFbfy7/cWCF96rjbQtc46JBx2G9Uq2o3GQCgmS5Ww9YKK6Hz1w=="

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
    000000800000000cb57d32ecab9e15868a982130"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    12ba0abb7a7d71d2de524219b958db276486d0d0dc2bf6107421b96ad49dce9b
    633dbf3d95fb4a4b2cf3253439458421"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  72bf1099e57bc9e91bad284ff3adacc8502806793a7bad1e1932f5659607988c"

header_auth.tag hex"401fe1dd7bea3000e89681cef090cf72"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"518958dccea8cd2b4090334f"
body.tag hex"ac8d0ba948e08713f44a782a7a0776ed"

footer.signature.length auto
footer.signature hex"
  3065023100a75b77f16bbcda27fd5dc94dd547405882ed4b4922d115b9eec186
  dbadb86acc6953d9a729a0865d68ad240d1a65250502301add65a915c8ce1ac8
  adf3e181754d9ddfb0d8e7b6a783b14834828d5046449f997303f7627c2fddfb
  1d22b2c42fc266"
