# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  1138e662e2c36f7d636329db46aa6bf60bb66554ba57a3a9575357ea748b74f5"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A49AzTRNnDHbVMtn0bj0a8nuMqAtNnj7rZA7UrAtYGX/ijPtHCyvmVaD7wGa326HWQ=="

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
    000000800000000c60c2e7f9dff6c65e41b0248f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ff695002eccd1d282cf4a859e0b379d4bdaa6218a0d1be89caaeedf33790e6ce
    ba6c2088dd79af84cabe3b283c314720"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  b0c1e53bef38c4b708fec579fceaf3dbcb955da71e6a8db5787c6181ab0f144c"

header_auth.tag hex"9ca810d330602c100a95ea590449ca4e"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"34fdf8420f1f6b70"
  body.frame.tag hex"66fc7e0b2417acd4aeca9435e358d609"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f0e15c10"
  body.final_frame.tag hex"775a2a074e5b5a67201456725b218e26"

footer.signature.length auto
footer.signature hex"
  b065023070ee22113bab0375006ca236fc97968bb0604b6d41827df577c6c818
  8de335b2a6912443b6b4970b18ad9d0fd5975b43023100adf8cce51f4d186dec
  d2db6ed1703d1dbd0ed1ed30c7ab31a050fdf137133ab8514bba521c51e7c151
  0a948d00ffc75b"
