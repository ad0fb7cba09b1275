# 542 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  815d298a4f6abf8d3a04279502496aaeabd1622671670c718ccdcaa68f860d19"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AkPPFdg4ssbWRSQqrOgCkKDuVzOGfGrb8W4hdsBzUYHMvMDvfnu04/C+ai4TES3SIQ=="

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
    000000800000000ce31c5159235df582b7350833"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8f2cf57ab17254182a8e303e9b17dff459e2609a39cd8fc7589860868424b702
    a17cfae5d0bd3abed487de83323a8566"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  9945ab6cc4ab6def2facf3aa1af6d460f09aed946460ea9ac7229f422317c2cd"

header_auth.tag hex"4f240e00abaa213fdfa8e3d14df60425"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"06637a954dca125f"
  body.frame.tag hex"72db87f2a297821b68a73507d9ed401f"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"7c98a7c1f24f1475"
  body.frame.tag hex"047b3ce71714cc98ffe09f7e74c050ad"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"7b4607be"
  body.final_frame.tag hex"de2358f69409e2eadabd5d639d05a05f"

footer.signature.length auto
footer.signature hex"
  3065023100953d674e2e8c5df508b956f172c8505edd0d7ac19fb4e8b9ba4860
  88152cde33ffb58886c97aba5797f9dd5a3721d815023073fb617ef808891a88
  bf3618091a9fbafe94b4f46f2437c1234cb8adbbc748719a03776f18d1464397
  3a55224350f70a"
