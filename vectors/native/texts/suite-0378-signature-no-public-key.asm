# 372 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"fffa7f94c8f13da099ba6df9fd32ca5a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
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
    000000800000000c2ebb80546a6b4c3d38c18feb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9610ad49a0ca5248f58535b88dd9227ca9332d59361a382d04b003141cfb1468
    c0e19b06fab197cf201c58c91839434a"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"6764393787c44546471305b033029b97"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"36bdd7f25899e808"
  body.frame.tag hex"5533cf92eaa03d98c42767e2bae7491d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"cf0cc322"
  body.final_frame.tag hex"45e59631a27eb14baee7240e7c5f2a9c"

footer.signature.length auto
footer.signature hex"
  306502307716f3d59b2e9fc62f6971592b80917d81beb6087d14fdd3a9a5a3e4
  d2127950814027bd68800d05b7c99417188dd0fa023100bae3c8efbad93e1b2c
  6ae0b1d144f5768b89da72a2cc67b7327464b3b0cbe3568ac69bde07fda56233
  488d5c9bd52cd6"
