# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  71e47295aa933ff272010524a7b95f7b8da839362911aeb799e0e02afddeec45"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AuYuxbewUlA058zdo0GTsTCkpQwA5pnSesbGL9cIlKS1EY+cGPtH9ToFzcVrwkbH2Q=="

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
    000000800000000ccc648565b232aa9456de5145"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c76e9069e6fcd7e23eba2ed2427368a4ea22babc86f5ac0cb701503390778b5e
    453687adf987739200b708362a5504d3"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  e28f1a9a09d14342152edb58bbbcddf400000000000000000000000000000000"

header_auth.tag hex"43c2e938608952a4e9d5dcbdc8b91502"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"a7a5705ed5c02c9a"
  body.frame.tag hex"1b94fd73296653ac443e7a95133f7dbc"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"540be313"
  body.final_frame.tag hex"2e5b24663920448773027001060e9e9a"

footer.signature.length auto
footer.signature hex"
  3065023100f03703f2178f2f4be1aa781fd10b967e0d1fe7d4c2a961c754cdc9
  ecf3c2a4bb3b697634367ff269240f468d127b4ed102301c5fcbbdbb74930d6b
  bf127d31c32ac278f649c65987acb9eb1e6e4814b4dda01d633e7ceac85cc7ed
  94af45a573d663"
