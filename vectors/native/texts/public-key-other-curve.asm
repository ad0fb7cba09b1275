# 518 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  c533a90149a40c877fc17d2684d3954c4eaaf3425b1a1d8a73b30c866386aa9a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A8zAH4DVzgO1FYWWvc9pmu0sgccFhWcK7St96ygpCjOk"

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
    000000800000000cff7cd30fa1e49314b662c350"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    83247dc2925d77d3ca3b52fbdafbe7a2b6095af1bad5928b9fb2439763123d50
    19aaa66b590cd81220927363e7efe6ff"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ad639ac6cbb24b18ac63ca73bf08a7f8b1a6a12d3fc1708711a202638813197a"

header_auth.tag hex"d387a4de747c418a39b829092118e38a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"b24ea8949890d561"
  body.frame.tag hex"d744497e83e2656470ac9bad6e82e5d4"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"cb77e2352b53bf7e"
  body.frame.tag hex"62ed1a4a0312c23b47528ead9f985ac0"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"6e501e0e"
  body.final_frame.tag hex"ae2212fbbfda0af0af86d53e13aff85d"

footer.signature.length auto
footer.signature hex"
  306502310080c637f0e6ba10a9358592a52dccf7261ab1107e2d6dc9883093e9
  a9a7384263386e92727c1014b82492e976cd8e7dd902306e5673d36b767833a4
  3a90e78621711a9d18c42c919d87aff34568f205f456edfa06674e286928d2f3
  7b34f270f13e3d"
