# 452 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"edd949e88aedb95ef8f734da3b2f0d0d"
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
  header.encryption_context.value ""

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c7935061c349c39eb44a5459d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    96d1c7b4aea851f3a9823c14a4d2af6cc9a1240b245a2badc54bff864e274315
    4fab1d7e83d3dbd273ee28bcbf38828e"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"1662e82cda5d475d92aca2d8fda8d8bf"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"67dde8cb6f8dd53f"
  body.frame.tag hex"9a9677574669e93a4b9ceec3cb741562"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"886e43f12ad86807"
  body.frame.tag hex"bb098d7cc70cc840f68b47860e5d03a4"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"6798c3ed"
  body.final_frame.tag hex"fc2bb8bbf5f8e91875392709e86c485e"

footer.signature.length auto
footer.signature hex"
  30650231009ebc26b34de615552a9200c51d8306f1c0652710ed9d045462f44b
  db40035d433796a8acbce59a79b90fe582bf544afb02306f9b9ddda6f5b39e6d
  f91d4539733bb84cd1430722b90c13470bdf455e0dcaa0330fc898688ee03eb0
  b9892c7994aaae"
