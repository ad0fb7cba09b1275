# 426 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"2786afde9ac994f76e8b4bdab11f326d"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A1fmd5x9zLovIfmvcBbQ/bg2M2+a7FaiHsa1ZTMcBcIxNwh1w7kuW1HIDJWx1QL6Ng=="

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
    000000800000000ca77fe0ebfccf4363afd675d0"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    026ad80bcb89dc71f4267d5435788912675e94d978d77f44ab545ffa352564d4
    b98547c58b4456d3cf5c133f69ac1e10"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"b750eb8f89398fb8d77dfd790bb9da68"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"cb64d76484"
  body.final_frame.tag hex"d2d0e1b93b4020cd1e96c3f25aef2267"

footer.signature.length auto
footer.signature hex"
  306502310087e0d80021674561bc8ee1334231e335e753699406952ec12b96d1
  b2477a4d3610c7082c9c723c106f303b1d28b5d42202304be527b9a091f4c477
  d4bcb8a79628888f26984a1b954bade4bfee90a207bd98f80143696e8957abe4
  a86756eb40a2f0"
