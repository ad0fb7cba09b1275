# 497 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  808b6900f90a34762d4c8939546615ab73e5c5b6b741ee359f8e5cbe1b13a031"
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
  header.encryption_context.value "Atbv+8py63hU3reIlQQ+D/9CxpPXkprWY4amIQMHlprp4PnByglbK6VLOtM/7TBq5Q=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0e278b54f6250cbf41b46c0312c17d07562565203564d2eba2be04a37e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f56ab065791255890a18374b8302ea9d2e65ce472
    6b8a3fd173643c46454ea5cbcdb9bcac4d59300577077e020fcc878b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  5a492666fa2ceaf23e3c129bbd36a5468bcf3d55873e70726bbd506f47ea6705"

header_auth.tag hex"5cba1b9e611c0443d25b5818b162f451"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"fa2770"
  body.final_frame.tag hex"aa88a0c3e6a9b953becbb26a11ffae0a"

footer.signature.length auto
footer.signature hex"
  306502310080664b2177040a18717d4feca12fd16bc35e7019c498f38867b8da
  e7d6bcf67878eb58205ee74ece2f85cd676a53305c02307dbc4653b514999e48
  1e03fb6a661b592227e14c95f8c86887537ab6012d66fe4f156d3174b8f4ccf2
  b3e9fee35f459d"
