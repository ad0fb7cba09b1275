# 428 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"f6ee0165a92fc3f54491ca363eb8df5a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AhExuHnF2bep48CwG4Q6q8hzd8h4yThsTWbVMBPnsTeo7GL3PCECarNtuSQTOC4MBQ=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    bcd8d1374c8c72acbe6b08854a421be147e589f960220b67bad9e0b77e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f39f8017717ffbaa0e2d33e2d8ac0d140270d441f
    5d7e710735fbe1784e58bc2f3cf9138b431ff413ce532ff724147921"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"a3f546e140dd460a399204d49a8e6c91"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"36e2bd"
  body.final_frame.tag hex"7e6678d0cad52e3e8a9c3022c3ab11c8"

footer.signature.length auto
footer.signature hex"
  30650230508759da4075961796da812635d6df783d0f6624f88bb48945d67657
  d18f386aeded36b20545d1d3931588b65f6286ce023100b89a20b1cef41dd619
  8896a2065881ed8096e7362ea7745737fb22e9fb6bacb285d6f17a884601c4b3
  d9af12c23d0ade"
