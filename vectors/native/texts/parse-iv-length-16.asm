# 520 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"0d06b375ec9c6be08348bfe36bac22ca"
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
  header.encryption_context.value "As5CRnkIjXetUUx2wJZJKQObbKjEDDiLFt/Z9RQuqWJSjtshnCCvoTIwzuxm1hGYgA=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c9edd5496f1d0c4bae86184dd"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a653740a64ae73cd3fd90cabdbf0a2c5d8fa2fba51ad8ef1c6730663501d4d0a
    751a3439100aa51a0efff2af4ea5976b"

header.content_type 2  # framed
header.reserved 0
header.iv_length 16
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"cbe56ad4b15d893bfe592649df94278f"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"5dd4faccdc8632a1"
  body.frame.tag hex"f39ea86b9014e9fa3b8a7d5fbcd4164c"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"a7152c716b1e9bd4"
  body.frame.tag hex"ee59d9e9d0e00d156dfc2505ed1a5d4f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"665801cd"
  body.final_frame.tag hex"cc563c75bc41a9e242e5a39c4e12b37d"

footer.signature.length auto
footer.signature hex"
  3065023023152aee0a2aa2f56e6d7c5a684e1627dbadbdddd068f7d9776587aa
  2f8bfb75efcab9fbfb24d60e6e053e024c511fa5023100d886fa7988affd3876
  e23dd4c719581e67f70da9c2543edc9618759c4bcc805a4f61ac5b77c5a57896
  2e24ac44b1093c"
