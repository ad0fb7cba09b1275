# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"a2d6ecdd3c6f566139c09222f72eb092"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A1xa8VByS1XvT6dE+0n0rm3wupaNqsCMhonjNX4iLeF8"

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
    000000800000000cb7dcf9f9bff7f55c02555f21"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d01fead6ff7223f7d8b8da4eeca2cdffad33c24fd9fd80342cf957d5446b5884"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"08228d0e06a2c7c5a6bafcebe900c1ff"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"f974154aec511189"
  body.frame.tag hex"fc1468774ac9316b1afb67e94fc234ac"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0ba2d7c8"
  body.final_frame.tag hex"9d44f2bf3517c406f3464ae282f6528a"

footer.signature.length auto
footer.signature hex"
  3045022000972c4172d6e1492eb3b791a62768d411c283db9ce0af3f772e5125
  170e59d87d022012637ab371f3e1ffbbd4ffbdb2fad9681a2bbe655d4ba9ec59
  4e198081f701af"
