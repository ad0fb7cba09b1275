# 381 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"bb97caf1f91116b13456e25c1ef07697"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A/CPkwx6Ve77ohTrc+cMe/WxpoDuAuf/Bb9MgLK/c5OTdR4yPUPzjwaRAoKeyOSQQg=="

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
    000000800000000ce823f7001b374399e19035b7"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    49bd8897916efb4f8e6b41d95ca37ba29b5bfde2da89d8747238be0bd8fb9c1a
    718b0d639b7653ddc0a23e2f4496eafd"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"76e44dc4083eb0d08b4c2a5b73042c89"

  # body.frame[0]
  body.frame.sequence_number 6762597
  body.frame.iv hex"0231009b34321bb2726b486a"
  body.frame.ciphertext hex"5c50dc59aa8613a7"
  body.frame.tag hex"fa0f0bf85333d18796a44bee9e542d2e"

  # body.frame[1]
  body.frame.sequence_number 2610191869
  body.frame.iv hex"f09c808fb3dd1f35610fd202"
  body.frame.ciphertext hex"302e9720cc0adfc1"
  body.frame.tag hex"62b394497b8c943d4b77553c55a56a7b"

  # body.frame[2]
  body.frame.sequence_number 2265479139
  body.frame.iv hex"47c4cbd3395838c96ddfe60c"
  body.frame.ciphertext hex"66039b8456d8a924"

# Not read any further: the bytes end inside the frame tag: 15 more are needed @
# body.frame[2].tag (offset 0x17c). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"02"
