# 459 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  19b2f031a708bec692d18b7624c4a3e88a95ea4b8ecfb324b92ef8bf4b62b104"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Ahaj3howfTVS18Jq0CkscGYjTURFaSaEQc6yCFqshMVcV9X5xEM33/3loQBENOqEmA=="

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
    000000800000000c00c96dd0c8ab055c182f0ccf"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1e4868e1c07f1109e40d6f02bec127a7439b777c96764903eb14bf7126c85013
    56c8a0cddd2b51bd5bf443d555caa9a5"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  f9735495e195f081f71ada30c8e3e702e53d661b6128d5142e05ba78dff84aa2"

header_auth.tag hex"ab937d46c929f70cde31a473104fb64f"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"ee2a062caf54f1bc08241faa"
body.tag hex"84ff04a29011945558ec22eb01661b58"

footer.signature.length auto
footer.signature hex"
  3065023100dceae38e047cb42a1e07aba9395fffe4bb6e1ac5d6c70d1ef44346
  6c303a516e00d29dc67bcefb71c7e136849739810c023075ef392596b192763a
  186e2e4ce85edeee242675cdfeb24b097e23e38b6c47129e23c58d8fd91b1b32
  92db2ff16a6764"
