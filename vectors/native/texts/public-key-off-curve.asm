# 542 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  c1f2d41062cbbd4a65c41cd2d467d5eb8b3583db1234822865c8217a6d258b7a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQ=="

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
    000000800000000cc68ef6aa73100c17a4f9bca0"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8e61c3ee13109b2a2abbaebf384dc76469adbe763466cc41b4b1220c6cf03990
    1f3135fde5cf3a7d512446604e9d15f2"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  fb0f49c6605c27aa425eb85b4ad28e19a7db0e258750e3231edb990a33dcffb1"

header_auth.tag hex"9eadc8147f87e23be5d94bf10cdf09b5"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"7febfd3468d15b37"
  body.frame.tag hex"75e897771018082ce4d59d0417ea57fa"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"738273cf478f1ca3"
  body.frame.tag hex"4da555d8740ce2882c02a0e50d7ccd3e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"23bad7bf"
  body.final_frame.tag hex"8251941ba225ae252d877d62de687547"

footer.signature.length auto
footer.signature hex"
  3065023100ae79db1e4979254c1a6f0b3dbbd829979d79a21cdf799fb4e14ec6
  3e27976ab34cb86b21cb9973b0af0b839b1fdc97c702307a846990d11aa64923
  94a85d8c1ee3e30ab54f38121900ce4fb401a156f507d3fc33edc345c90bc92b
  7a977195fc4387"
