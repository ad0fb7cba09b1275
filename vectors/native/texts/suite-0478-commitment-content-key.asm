# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  687dcc678b2d6e6209dc72633329cd5b45e885a04bc01366c0f720dc9cd2fa25"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length auto
  header.encryption_context.value "7"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cccba66608131a482f5906a9f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6ed563e2c90c3c88806ca7d41f364740ec83f0bd5ea302d6813ca53d9a668949
    a52c7d5250f1ffee84100ddabbe8a7a1"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  931cdb6a07d82538fae378a24bd03bc2aedb7a3704f25378d4f874d26a7d07fc"

header_auth.tag hex"02e2315ace82273ab0513a116b9dd27a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"8ebb639a7cb14c4b"
  body.frame.tag hex"177560c5d8780a1849664a48d6e2945f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"aae073c7"
  body.final_frame.tag hex"e3f92f214c5d659e7735d90bbde26ee2"
