# 542 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  d00f5a29dcc9550e06a9111254d5c9fe3fd11250791478a30597d57fa0e0954d"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A8qYhlTUXQXpQbgO9dhG8r9SJuTDANrZAZK7wUks3t37rJ3V0Kb85tGI0QU0BlO/nA=="

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
    000000800000000cf060270cc280c30ea5f9f734"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    83fc99a1f7e65a198702d4a2f90a70e7728f3317c266827291552deb1f67c572
    057a2224aa0b753b48abb8da5a513f93"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  1a73e1d491840d294e2c79561c958facfec0a976cba89b77f62ce54c00aece4d"

header_auth.tag hex"a753dbe2fde0d17e52f0c96f5af4b5f7"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c9864004aebf517b"
  body.frame.tag hex"5807f519529e75537058d49283b7686a"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"85d1fe32412cbde0"
  body.frame.tag hex"3260a2bb1d787dbe15b4b75de1b7291e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"2c258d63"
  body.final_frame.tag hex"b9c70c0dd53b44249c8b4a6ab77017f9"

footer.signature.length auto
footer.signature hex"
  3065023035a9ee60f52807ea392dc294d1aec1ad3495308018549422b45777cd
  ecd0dfe271096592cf02b8ee5c97d0dfa0d058cf023100a10f42f580f2a3be02
  ec1b26e20126f7ba629fc2ac370e7853fd26a4afe3c61b4a3b8f845d592c5aef
  53d4ab88d9832c"
