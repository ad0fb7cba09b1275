# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  94fb635664c1b14dc2782af5706d8850416bcb2e1aa15037c94dde320670b714"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c90ef10578553df5910f9346c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    43bfa297c810f4a9c979be6d5e56307d9e5439317fa7068d381c9e17f857ce34
    02ab50014af8e4bac8cc1a96a3c0bb2b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  e223f3ab35bdac07449f38d1209c0deea650130860373ac3ecde72043c0e68dc"

header_auth.tag hex"04d3a80a09d87dc2caf3ece406f347d2"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"f7779fc4b918483f"
  body.frame.tag hex"31c50055305de1f0c16f2a0ccd68e25b"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"5e76d9fb8ab0fea9"
  body.frame.tag hex"42d39e4ff8f3e493e233a4ed0e05f473"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"cccc391b"
  body.final_frame.tag hex"f385f9167401b78ccbaffeae17f08860"
