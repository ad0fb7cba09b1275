# 444 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"ae77700d411752ea5be1582dd075c06b"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A72ePtK08TAJZ7HNpyRf6M6LIxonz3xknfsoQ3t+wTU697p9hs96+GiF3xliyfF6lQ=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    3efd176ec4f80359ab5ddb21a8571576aeeb835b9d076796025ec39b7e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f64bad8fa9e185c018b661761839a5a8822d3d8a3
    fc0566e56d01c4019c857e95ad704ba312c714433322942d88d93da8b3a70349
    7155eef452b1ee228e7adb75"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"e7049f189231108ca9948420e7325380"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"88acdd"
  body.final_frame.tag hex"58b4a4c527657080d634b78589ec4899"

footer.signature.length auto
footer.signature hex"
  3065023072e83b2e0e75b5a702eb1e5a8145a5c2d3871b95f11f448a5213a993
  7f4cca1fcc5d3df2fed10ac3776f8e27d7076546023100c0a9dd9afb344b95b6
  7c3d97fe5efe4cf3dcd1cd5e9191dd503499b1ffde441b59dc892de3f4a8bfd9
  0b6ad849d4db99"
