# 542 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  dc905f7ca1d0d53cc3116e2ef4a9ec070c1253e74e6edbd191decdb77ceba885"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AgA6WgpCkK4P5kHOjAukeufgXDqSIgSh//yx/fU4trVQ/3p3zoDog8UJq7ZaQSxSmeU="

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
    000000800000000cbb4a2de62e28f0116ad9282a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a2944480b6d094e902e5f721ea2d626103e87dcbc1b407e145f5080c1cffc2d9
    5f33b92522e2b5af9b067f8653febc0e"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  4411b2965d41c2feea95031a04b051bf7254c101e8116b2b1cc4ea7af89a22f0"

header_auth.tag hex"55430438046e894470b56b917ac33e28"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"5d80b4451cf75aed"
  body.frame.tag hex"dcb8efe9e8f2e95a6f147c703c9b663a"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"59704865e866b020"
  body.frame.tag hex"ac57bb5e97d537fc4340d83a708f414e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"981aa84e"
  body.final_frame.tag hex"79ef3459d8f661d48345e6f66278410b"

footer.signature.length auto
footer.signature hex"
  3065023100907ee533ea93d3a32fdf2fab63ba02e8315e14f688623ec90b3f9e
  3cc5f925ec998cfc6d196c2cfa57f6f61711945325023076f7543c20a843ff18
  b6c01e1b5689122721311af8dafcb6453acf209c0665dc62db364617ce57be4b
  615b06532ed0fd"
