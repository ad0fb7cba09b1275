# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  d9d40bf2264fcd36ee0b34fa8cc45bfe1ca28588ce36ea41726346e075142b4a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public_key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A+gQVY/bWGsLW236SiPEq8mvaZVnFc4IqaMsUxjeodE4USKXPTNRJip1Ve5MNaTkJQ=="

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
    000000800000000c90dafb0f5ac2a801b4910e10"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7c6842e09340dfc700fe9e9ac6e33fecbc0d898ffd8f5aeb186be9d00966cdda
    8df98647d7f2e29185d3c1bf2110951b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  8fff4b4a8e5375cf22ed0e3016808fe19090fae3d7e618b72d545d2086b3e1b3"

header_auth.tag hex"033788cebfbb34d3bac1095991f29f79"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"9b31fe31e51e366a"
  body.frame.tag hex"7fa0d1cc450de6044eee434af9ea9ffb"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"822587a8"
  body.final_frame.tag hex"b4fc566b4bf868b55ea3f4ba94eb3e0e"

footer.signature.length auto
footer.signature hex"
  3065023054b18a63d9eaf16fe6ee3bc4dfa74ba4b8c1ef967ae1fa73c622c2bf
  0dcb6a6fc7e937858e32c8271404877539c8997b02310097cc71f325e2607d39
  8daa5ae428278b4c63b19f75d022eb439a560e4b74910c9ce597d9bdb046638f
  75d5e1e45bcb92"
