# 521 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"19686660193acd0c423accdcbe3a7dd2"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

  # header.encryption_context[4]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A6U3n+C6s/C6DGDmRh5w4qIpn2yedMCHH2uAkZ0jSygNHllx2H6r5RND1Ms535+Uwg=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c355536f8117837fa2e6f09a1"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    622401f0e055e3d33300a1a389e0603a9e7241f5607df7bb56df961d0534019b
    cfcf1c98d45ed00a5448afaebfa3b23c"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"c4510615a10e5f456a8c14c56b058930"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"fed3cad4cff2d6af"
  body.frame.tag hex"9a7768ad3d0a2a30300c62f6004a0424"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"4e21381d8fcfe522"
  body.frame.tag hex"1bbe5b55ba51df72ac6e5a702f7829fd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a0dbc928"
  body.final_frame.tag hex"f439ca59f147f6a001fcb5a40824e7eb"

footer.signature.length auto
footer.signature hex"
  306602302c7fe64bf6d8f73917d1ed4a1933a3330a8edfbd1b5ba61668bbb14d
  9567df3267fcf7b4f894b116d8a516c3f755991e023100b9af20d5d39a1a6f59
  7512e56a53a1c17a3bef63273029015a01e7d613b3352d2fca6e6e09463550e1
  1aea49cb0c8a2500"
