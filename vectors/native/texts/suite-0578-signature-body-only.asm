# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  7d592a8c8b0c3fcbfcf70143bf59203857052d94c91b9787e44ab4e82ef1de0d"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A1KjG451b+ASd6YwEuoB5YQN6m5JzRaqtQWwVGO/H2pw4/RizUdzXB9gLDDhGUX2Tw=="

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
    000000800000000c254d980e524aa2daf1ee2e88"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    458dae01049257b4ab1a9900c9462f1861a2209ada03a4743adce82186c35817
    411a38d8c79f3fa1c0e2bc322a4d75ca"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a0628d37eff559336e156792bfafe5abc5721b48ec69218dd70ebbc2ea7dfc66"

header_auth.tag hex"b1902d4becda883dedcd4558a638b887"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"80aa39c4b69cd1b8"
  body.frame.tag hex"8936034a4d7f0cd94829bdb037ad61ad"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"2bf6f62a"
  body.final_frame.tag hex"2538aceaa9d8833d1be771cb9fe3d6d8"

footer.signature.length auto
footer.signature hex"
  3065023100bb24f8086baffad6a84a3286fc9005af752f323b4c3e69e2f316a9
  0700249a16df6def0dbeded531cba2760209c3284b02307d032c382fc20aef69
  39f194377f5afa6b2bf3b1642bde476bef5a9f1b0e8dab516770c595b3aa8505
  d3032738c119b9"
