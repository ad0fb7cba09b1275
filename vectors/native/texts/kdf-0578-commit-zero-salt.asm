# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  b913cb0ee080734e4fdd115d2fa8dc07294f9301ef699897b799a903e68c70b0"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "ApxDor0yJYiTGyVqemDwKedWRlhHI1sfCCf4QeGwILJpAUFILjKY1Ipc7huZgtlZkA=="

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
    000000800000000cdcd9b68a8ec734076b50770d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    497d77057e22af68dabf1c42f4c9f8327fc66844e524de6d857695741ad5926c
    e5b098c8f28c73bd1733d2da32aa6c4b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  40fbea93b6c6a9289629b5c129bf41593f7a0c8ab415d472ffbc12e720681451"

header_auth.tag hex"e70e6413d7776c979c641978c42e33d8"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"a1293302ce5a9572"
  body.frame.tag hex"486c2db6e84d9e3cebd91d7dabca1d75"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"dc596eb5"
  body.final_frame.tag hex"3a3ff25b6b483005192816b674ca1f8e"

footer.signature.length auto
footer.signature hex"
  3065023100ff6d3c502d72803266c609d087e769edc3ce31612d3053f587d6c0
  a705032563d8d9f81f156457de4480254f4beefa47023020bbc9ab778d45bd74
  2f27db5da42eff55db25e64b6639faba6a7852f618ac3631832dfcf44ca8d68b
  ba406864fa29b5"
