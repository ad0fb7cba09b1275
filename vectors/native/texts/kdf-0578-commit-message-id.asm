# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  eed129294981d420230e19e44811687adb46c8b0eb379b851f006906a6fd838a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A6B/Prp0sZd22fxg08N8uDNa7TQJbkHJpZs2Gh/xqc04pQSkToZRckOpPNkwZOAp4Q=="

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
    000000800000000c9aabd1f2bc54f92a2e4f5e3d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    80f73d604526c2589443aca36bcbf9cc424bde023b99ec171147ef851f7c5910
    67607384d8fffc16ff98973a4b24ee24"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  4fee77668e17f7923420d2542e89429f1103c91a94792d8c25bb64238893d731"

header_auth.tag hex"0e42fb0579c820af566a820ad389fce5"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"767e8c40ae39dee1"
  body.frame.tag hex"58f5a1e6743a603209402ea59369e9ab"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"be799fd7"
  body.final_frame.tag hex"01a505c9fa67d4f1e57177d331ca8200"

footer.signature.length auto
footer.signature hex"
  3065023024cb52db0bb1647ddc7eea3d915044e55118c0a36abaaeed18b6efd3
  f465c28556250c2115cd650e70f2a0d34db0ecdb023100c0a82c1d66c5ae88ec
  c4099ae27ca68b85b74035256441795bca5be6f550196e20f2e3e189fcfe12ac
  bfce85d9bda017"
