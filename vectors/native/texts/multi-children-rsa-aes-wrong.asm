# 745 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  0984d6cea518db145ad624a2bbb2512beeb18ae58618d63750d90eb9ce7ae64f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A0IoIpMugzw52pMuTnh9ym5zaxltnfAQIkSFvRw7HgProvtj2bN56BpUtbpmAVAaiA=="

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
    000000800000000cd35e566406defef09daf550b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e0531b02e9291699160ed15fdc64da8f7e2d0e7df853b561967871f82276f004
    c1af35be059d95ceb3dd9a2c369c84f5"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7e7aa34248639d536d1efc334142f52da403014e3b7b202393f42976ddccada4
    750bb9838558df82b278748efe9416311894030dc4b767a5799bfae4504fd348
    83dff9a0d309ef760c6acfca5fbc8445c2100ddfaffb1b54bb0eabff8ef02e03
    4d848c2a45198baae65c17a605e9c0ba914f32009ca47bfe3b1c314a1f21f724
    f886beba8e904a6089b7adcf84256e1d8ffd164e84c35b10e4915e411562d2ea
    cd1a1f85e7fe58b20703e05cfafae6e142f6e48de02b56339111bc81d9171f57
    f87fecb7d182ae573ef166aff6142363ae2b5e412ee4472020eab114f28d5df4
    ed6ca362996db82ddd3766fe9639e134073b683f7fe3d5e3db786188f232acff"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  88d777cdde750b65385245db7723522957e92636158fd74044f17b4878193397"

header_auth.tag hex"c2058a47fd976362382600961b02eb09"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"25341b"
  body.final_frame.tag hex"a8574514755e27d53cc82244c37a9a37"

footer.signature.length auto
footer.signature hex"
  3065023100b935b4310b1569d250013006817c5dbd124d3481055eae91ce3c0f
  3db9aa7c5007b27eddb8e8eb94f4bf44f21d53fd5e02305f848ab5eaa28108be
  5d436dde50ad20169e054bb49af69b794e482ccc4f6066e20305fd5b958da6b4
  bbd629905f9de8"
