# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  6aa2d411d7117c8467fb5e0e0e3bfc430d402ef596f77d104b61fe2cd2b846b2"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A2xs8vjn0nQMScPBN574HcsKExcX6oK+Kf4V/3zPNsQuFziC/OIYy4SBezcDKSUonw=="

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
    000000800000000c9a05917a7a449eb7f76a421b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9deb527d20f3d4f0fc4f7b7523682e1e9f1cd6b8f3dc6cc5cb76bbfef6bda726
    5d13cbfa5742d19796e0d54b70ad276e"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  b4cddfa59f87ca81548349b06fcdeaa35d6871664cfdbf2c9cd00b4181ed7767"

header_auth.tag hex"1744f4bb24a73aa034cdcb992f1c4269"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"54f1fb2707abb449"
  body.frame.tag hex"d239692a336b0d8cfd23deb4776fe586"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"90d3b3d6"
  body.final_frame.tag hex"9904dca797e0ff12fcb04e794137abcd"

footer.signature.length auto
footer.signature hex"
  3065023100f2b350b4a65138254140870ff301c3278c06998f85aec79c69fc47
  098e10911b03612e0b58ccf25416b5d51b2688de3702303b322787514adce648
  b4d5734112e4b19de0ca5a9f7f2b8a6e4410570819a33087869d3c8b6b16eac8
  7cae279dcbdf5b"
