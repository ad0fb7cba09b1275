# 451 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  69fdbf4cce2fde3dc4fe0175e0bac8206ee314637e5a19b045afcd783ac08325"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A6/GZ+IuW3HchkfN5xOyEo/JZ5znIwW8wHO9OnRtUAX1/7V3XEXFUV+9dSN2L9Ewfg=="

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
    000000800000000c4ef4421e18ea5da68133bda4"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    86dcdd990e078d63cc485cd5f0cec1ab0dff5fc0403d86d81db534dfe1fed166
    0ee6921cfc9393f836e89cf28357551c"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  85bb363640177b8d3b765b71a5398e3344587ac9fac6060b622495a1cede38dd"

header_auth.tag hex"e233e182e2331c7efb0ecc03e9fa2098"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"eb8d4d7de166882b"
  body.frame.tag hex"82a2ca352fffce202f45aec5d00c0e32"

  # body.frame[1]
  body.frame.sequence_number 6762597
  body.frame.iv hex"023100c2900ff44314921057"
  body.frame.ciphertext hex"33a1220bc59b4772"
  body.frame.tag hex"365dfdd25ac7137eb18bbbcaabc0b0c2"

  # body.frame[2]
  body.frame.sequence_number 1546463164
  body.frame.iv hex"05c3e837b6d8baf4bffaad02"
  body.frame.ciphertext hex"302b5bb4deb46015"
  body.frame.tag hex"6ba31c54a1f4b0082123cdaf86ec85bf"

  # body.frame[3]
  body.frame.sequence_number 365129125
  body.frame.iv hex"b83c9619317259d1adefb8cf"
  body.frame.ciphertext hex"273d803753339b39"

# Not read any further: the bytes end inside the frame tag: 15 more are needed @
# body.frame[3].tag (offset 0x1c2). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"27"
