# 284 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  570a152c18c1bde254da92fcf0f5751b866521da37c364d50bc2da9477f7ecfd"
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
    000000800000000c4ecf4fa6091856f298e5c150"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    895e5d798db63a356a1cfd8b49d50a3ba374ab1e88e84ed814869fcbcdaee522
    8a604e6a9523c9fa6896726cd0fd40f4"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  5d3e87e924def09cdec717c08c1beeabee5920fa759b98c1efce46b014229739"

header_auth.tag hex"089ee06593b99fb95de5a1ad8f8c3a08"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"2576eee646d3f63929b598cae0b4db41e71fe112"
body.tag hex"63d3c5e2868fd9597d87e802a8bbc7c9"
