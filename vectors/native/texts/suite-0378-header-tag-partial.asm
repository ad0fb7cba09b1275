# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"0b2d82e1dc9978d855ce1e784b7d31c2"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A80yAJXsewthbhSzg8mbAGVSDSer9ka+xUm1UQGujzQUp8foV5vcbEtumc0t6/yyUw=="

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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000ca3ade2c9113a2e08d7dc4edb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    f1d7b43f2edc00d79f258364f6bb07dc8ed7b923b70d174d0822580d86e29e3a
    54d5bb61e588592e412304e80a3e2aa9"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"0f3c9ebab5ed6489bdae9e57023a8ecd"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"7f4f9f7d7bb37a91"
  body.frame.tag hex"26944f3179ebc0a1e3c64184fa8a47c2"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"2d5c08ca"
  body.final_frame.tag hex"a52384037ccd6247e514a30f5c259c41"

footer.signature.length auto
footer.signature hex"
  306502302602332724593da4da473df56f56f62b553096d8e0fa7a1be094d5f5
  4c389ab6cc98732f220abf42b23005840c4e507f023100ab8baa672c039dd186
  69d0b003aa842f45934ee63e8b7b5d3c6925da3a1fad1e6cef6c6a5d51a8f914
  e92b68c4a7ccf5"
