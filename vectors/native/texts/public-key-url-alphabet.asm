# 520 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"436933125e397239c20aba4bedb7105c"
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

  # header.encryption_context[4]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "ArpLZD2wfv77B0aOwaD4JSIBVrEk68g1Rr-5O6hXehT9ZkNtZE2VYlkW224T68cgkw=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c24ef2eaa6eaec51649cb22ec"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    efefe7dcb4fe02a175ffc832c129a05cdb77e8f17fbca62bf3cf5cf3513e1721
    d6fb76b331bb82088eb3406b46dc1813"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"aaa3a811511f073644a41baeb21b0825"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"53e6ae945be77361"
  body.frame.tag hex"7420d597f406400d0dc731bf74c3c44a"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"c628d43150f9e093"
  body.frame.tag hex"af1b39102d08c13d9de4aa56d1e8356b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e78f2d3d"
  body.final_frame.tag hex"f4f0f424deb8603cf1771d34fc56bc10"

footer.signature.length auto
footer.signature hex"
  30650231008a5dfcf39a1d6b0585bc4f283a59a0d3eb3752bb5ebb4270418556
  8cdc8c4e3ccad1dd1bfefda4c434d6768c0aaf67cc0230533542b52adc66c2ce
  91129dbf2a4f41f6cf7c000e1e0827070b83a81c8f4c586aa5b6ec14160777d6
  e91a2c672aa64d"
