# 518 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"724770ca49e0d5de98916f2b7529d78e"
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
  header.encryption_context.value "Aj4m/yHOiNStv5UAw6tNtdXcGC/ZGHCJGrOm9Q4H12vRoBGkzkyXjTGngyD/19S6xQ"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c62f4ce5ce996e5041b1751f9"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    478f9a24dba0a64f34d0ec85560c2263a70ce615e309177ce5b767ef8016823c
    76addfc9b99b43cabe4fd110b549a386"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"445201c32ca1853621557ee0fa107246"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"0676a2a2ed18a39d"
  body.frame.tag hex"8b045096987ba8d4ffb9226bea51301f"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"50392ce169303258"
  body.frame.tag hex"afb1e3b70c279ab3455ea90fe81506a5"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"212b9e49"
  body.final_frame.tag hex"450f40a206b5f1bfff44db2055b269a1"

footer.signature.length auto
footer.signature hex"
  3065023003cf69d333debf6548db2e92127ba2149f3c1ad5aadea3a338c70f05
  90980cae1d9837ec8a96ea200e377bec0d00c8510231009a1fa040d83792314f
  d8afae145ca4303225e7edfb43fe937063246ead96adccb57baca44eb24c5a67
  0f54a7a87b48b9"
