# 357 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"a9fc492823ed7759bc9dfd7b7043ab60"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000cfd5ec54e29d3e5bbbb76034c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    260a65f962c698f8e433a0cf6b4b6c71663e46ff710886c9f7e69dc016c313a7
    a909054c0a9815d1d85131392cf4e76a"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 129

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"f9a49d6ecad6b2d2f7500c31e8dbfd48"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"
    7a2986832d8c68855206aac29911438b7865833d1ade38edad64b0b6a6778422
    ce539a49274765302eaf2980eb334c643ea31052cab1a3c0f64dd5cfdc0b7241
    1160008a7cac427a4bb62653432e1869b362f2957bc9864cc257f32b040d1151
    6bc5efc74a6345faf73134d812234d1a363a5e616becc2277ab6107d8beaf8"
  body.final_frame.tag hex"ecdc7e4d0c32921a1697717ea3ccc498"
