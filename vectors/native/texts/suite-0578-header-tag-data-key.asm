# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  441cd08d3296eba2834b97be29d7e139965aa32d5f8397b583e05d7f8e5bef42"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Arsga3qFxxC3cIvni8j9pND/Tebpod7Ivncmr/J0yL8DklWpluofBqhxcwc1EWfaMw=="

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
    000000800000000c1c14ce031115134528e60ad1"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ac6987a7d605739ff60a88b89fbf6bb6adee34071dfb9bbd51fd1b5f6f7d745a
    7a6fa559a8a5b559aa843898f41e30f0"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  592f9c43aa0f77657f002d8b6d98198d5c7f58c5c1872e21ff98f93ed5f59396"

header_auth.tag hex"1f53b3346e9178110f47924f821e35b6"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"bb0077c799822103"
  body.frame.tag hex"1181688488211d54025cd64505184394"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"7f42dfb0"
  body.final_frame.tag hex"3d7b1bb140d46315b5fb5dcc850064df"

footer.signature.length auto
footer.signature hex"
  3065023100ab8b8b2b3a59d0fea82c0847b06737d3befcf6160665adecd7a238
  30af11d4fe38f1e54aecd142d03ac3c72c5395f7b402300fe793410718fde92b
  ecb0608d412364eb948e4cb3f72592fa091460b81b8a633cf279d803bba4769e
  9cdff057845c3b"
