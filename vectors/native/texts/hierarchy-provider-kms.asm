# 487 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  6b1e884e93d60e3526c8f5a4547fe8fd805304b52a46ad47feb752c09faadc13"
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
  header.encryption_context.value "AsXA1Fn4sHhG1K1z4ED0ZpdR2Sz6xc1eU294UgXLEQ64gWXW6yLb9SDOOtse+dULbQ=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7c1bee81319f7b887020667e5a5e77823daf27237dc2a0f83c30c68e7e0c1a52
    3d4b4f6a8c910a1b2c3d4e5fb28729b61093e11d071e03f62920d059fe3ff898
    174889f47b38c962175d082df1499a6a5c7b351026b163a933ff6d66"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ab50f4fec7eea568be74130d1bfd0d5e15707fead67eff0373df41ae68b320f2"

header_auth.tag hex"a73ea0a00bc6d1d80540238a18febdd9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"19090f"
  body.final_frame.tag hex"ac969ad38d0c21774f2f53b7071cb61a"

footer.signature.length auto
footer.signature hex"
  306502307948af0486d9cb7e7a1eead070b8a56928dce66802cdd5ff4e784178
  37cd423ecce7dbd7355c511aecfad00fce2f6b8c023100c2b9b0b6d2f6fc4df7
  01aafaf2ce53a40a613435003a37fe998e50bf29b5253f3607c87f3b988a1b56
  6b4cb9794f9070"
