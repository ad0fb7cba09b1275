# 520 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x81
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"7e6a8f96f05cbd0a46d417506039b0a4"
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
  header.encryption_context.value "Ayj0xABUYvy6qss38JsgKRpYULff73e1x04G4wQxqQkjMerV7mfsLM6MxhhTXJWv4Q=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c71018f4ab21d79a6786a114e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    afce4c589b797e050f45259475175f5a37dbe82522ebbf9ed7054aecdb2ddb70
    8870228c35d0d91bd7ee38fe05f69a82"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"8e5d4ab0241928c310ee971ccbecf28d"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"2cefeb4c16c75671"
  body.frame.tag hex"525ddd522d434bb1f04b85de4e1ef188"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"56302a97ce98834f"
  body.frame.tag hex"66282e7eace1ab738cf06bb714a4d829"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"98c3349c"
  body.final_frame.tag hex"3bfc5bf73d621c73f8504dd31b00ae6c"

footer.signature.length auto
footer.signature hex"
  3065023100f2fad6e3e96cb317982b825af0ea6db3fd0ed1c5af3c86dba0f0bc
  e4fd1b209da087795e7074dac5acbb31448513e1f9023055b91ce12703132976
  a79033040107ca9b786aa3afa9baac4d324677c28733ab6fdecd6eb11740da37
  621ae80a987c17"
