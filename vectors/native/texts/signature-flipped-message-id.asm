# 542 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  7dd01846dd0803412d5ec361c618c9f6cac220055ab7f79ef4f36f3a7966de28"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Av6M1VX7JThRdPRvVzmGHoiTU9UkPtXBNkWfAIsMt9DeHz2ScgjUR86q1qEzAqShvA=="

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
    000000800000000c43c5c5d7e90c356ee90e004c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9367461dcd2d7e5ab91a8ab83ba363bb13c369817afa14e59f6bc7d14e3fbfcc
    6c81b8588f38b1fa0fc73bfba45dee06"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  13d1dc3a0d3403a18b8c68da737c91a7d7921a6ebb17aa1602a08219bf008555"

header_auth.tag hex"2f34213ea30048eee38302188a5e88ce"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"396e2fd8d6370e82"
  body.frame.tag hex"68a49a93019baa185153d136cd665c62"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"e6f4a824f7721124"
  body.frame.tag hex"26d7bda4cf5e9b9dec12bb038dce9cd4"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d11f75f3"
  body.final_frame.tag hex"ae2dd52dde2e1c4bf6ed20211fc47ed9"

footer.signature.length auto
footer.signature hex"
  3065023100d9619a29e16dc09a35ea7b8c9800af402f436295f179f958225b30
  2b563127f298ddc655d720acb0b74b6ea6aacb624502301f61f5cac2f42fedbc
  3b0ae50f1fea0d2ee3ff6d92dad99a79c73820950b15a8d94bd539c2fd7a000b
  dd7e331460408c"
