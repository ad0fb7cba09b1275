# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  7f4ea30565eb93972e9627bdb3ea48331eae1d5c4c004b0b6df92b075842629c"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A5LxqfzSL+lVsw7maVx7yqjoWXLpHIDPHuXVmv+54BR5o+0C4oQ5tS2qwm60mPf07Q=="

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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c6d44c393eef19ba2eb99ff25"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0f483faed40b1a9b5e1d713b1fc2895d92511502fa772fd41f9c7c24a018a36f
    86d445a2acd1a8b5d3bad8e53929166a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  f3cbe7556c0a5e8d9c913568a43e9b7c6a08f618fabc9997a2659c17f211fa9a"

header_auth.tag hex"921fb8a8af882843696c02bd92f8911a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"6c1f71f6ed74280b"
  body.frame.tag hex"fa77b42d92188b0a59fa88722ed3b089"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"fd5e73de"
  body.final_frame.tag hex"9204eabf297e07e803f6560175b4615a"

footer.signature.length auto
footer.signature hex"
  3165023053c8cd2a5e5d09e16f2f5f40f9b1b22b6adadacd73e6ad4137807ca3
  1daa0a2e9ba05741ec9b5bca3d07c33e51162a4e023100bf3f1a11ef3b4ced8b
  979ea6abc098458474426bf4fe08d39c1ce3e398b55487ee44d121a8af275155
  0c27f968de2f01"
