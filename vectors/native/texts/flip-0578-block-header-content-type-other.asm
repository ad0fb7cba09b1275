# 459 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  5838e4b973271404b8b3034ba4c0fb20c7a82f50e9174d73a8206de6869f0a6a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Agh43x/6B6y/n4HfmDASmAQLSXbHfhoUInb7f110mirz679FCktI7If+LtcEUmcryg=="

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
    000000800000000c17b4f77a7d2dc52e4dd611d6"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    52833008ec69a1081071ce5a323b06bac18a68575d372220ac64da729eefccfc
    10ca028aa5ce6fe69cafd0e2e2bbf924"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  c7c90b07964c8f3f776d8005738c1754882f587db8a600eac7334aa2e928e855"

header_auth.tag hex"12739a07ddd5abad5f7400783a73b907"

  # body.frame[0]
  body.frame.sequence_number 0
  body.frame.iv hex"000000000000000100000000"
  body.frame.ciphertext hex"0000000c72a7623b"
  body.frame.tag hex"207196ec51e37824db1866022bb550a4"

  # body.frame[1]
  body.frame.sequence_number 786566472
  body.frame.iv hex"0c6f11c100673065023100b3"
  body.frame.ciphertext hex"b588b49bf2834c80"
  body.frame.tag hex"01a9f604ad4b69b55927c7ae74ca202b"

  # body.frame[2]
  body.frame.sequence_number 4012315927
  body.frame.iv hex"c9a087889903fea5155b282b"
  body.frame.ciphertext hex"57a2e16eef7c0402"
  body.frame.tag hex"3062593ff1a433ddcbac21199f769738"

  # body.frame[3]
  body.frame.sequence_number 2051922467
  body.frame.iv hex"c08ae6f4e7e280a97737b884"
  body.frame.ciphertext hex"db0e0a2ca3d1b965"

# Not read any further: the bytes end inside the frame tag: 7 more are needed @
# body.frame[3].tag (offset 0x1c2). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"ad17975eea25bdb86f"
