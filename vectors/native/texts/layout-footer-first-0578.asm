# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  b4440523469569ee2c92ced4918cb1ade274ecdd94ac3cff8473a1559ab15a9a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Av7gIW0xkquED6JCKArTs6f/X6ZBLZVfkS8KEhAxNsytTMt/1HY3R6HqUuE6Bpr4Hw=="

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
    000000800000000c8d26251c5ce700fc2c8878eb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7d9159a0feeaf9d69ca57b31157de857b3f572ed8e2ff0009cee4c2c182e008a
    2459ee2de4f2683fa3f3b5753a6cc00b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  f2410538c3eef7257c592ede77b9c391d0b19aea734415c5920eb6a636cbcf31"

header_auth.tag hex"da503e8d18064fa7089360d2829dcba3"

  # body.frame[0]
  body.frame.sequence_number 6762597
  body.frame.iv hex"02306a557bc2389f7834833b"
  body.frame.ciphertext hex"2c13b9bfe9bae24b"
  body.frame.tag hex"7b7fc5683767e1e6392001da62773422"

  # body.frame[1]
  body.frame.sequence_number 869308519
  body.frame.iv hex"b8c713874dd052410c710231"
  body.frame.ciphertext hex"008eee3452a719d3"
  body.frame.tag hex"1e36092d1d6a773b5e4198cb42a649b0"

  # body.frame[2]
  body.frame.sequence_number 3294864032
  body.frame.iv hex"3555e7745e11d15dfb317508"
  body.frame.ciphertext hex"539e266b9fdecbb1"
  body.frame.tag hex"2d000000010000000000000000000000"

  # body.frame[3]
  body.frame.sequence_number 16968338
  body.frame.iv hex"69fe2a81d2bf921e4edd357d"
  body.frame.ciphertext hex"b1ba45859532a23b"
  body.frame.tag hex"deffffffff0000000200000000000000"

  # body.frame[4]
  body.frame.sequence_number 0
  body.frame.iv hex"02000000041372e964424149"
  body.frame.ciphertext hex"36b47b3ed8064bf1"

# Not read any further: the bytes end inside the frame tag: 11 more are needed @
# body.frame[4].tag (offset 0x1ea). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"0747699b3d"
