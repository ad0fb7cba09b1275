# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  5c73ee6cba6374e0042e4fe66867c55f8941efc0163608c56d0c6e2abd776a62"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A7d5wtk6maNHlA5P7JUdV5ijbGXAtAp+MEPqGig9BqIxQhqkzURt5u3pwDPL2jVvuQ=="

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
    000000800000000cbd8997d50e66f5f5a6826335"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    be836d9f7efe930f7c769660884b3e4f52af5378e5b3b7c5d129b48bec0f2824
    48d4a0ebf5db2010f59e16bd070b485c"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  6628e6821571a3f45aa87773ff390c18cb8b6a973a4123dbb7591fe0a389c3b4"

header_auth.tag hex"ee3f193e03e72ed11f200b0169a73f59"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"a573abd577a6c944"
  body.frame.tag hex"fac224c3aebcac73e92e5240369c4485"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"800000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"ad01e6d8"
  body.final_frame.tag hex"d22d638cd4a680683c2b0be7e7402fb8"

footer.signature.length auto
footer.signature hex"
  306502306f2c92ac2099d325f81705d27d38d3098e84bd5fa7b7d78a96daadeb
  b8004e4d264a44f3c1a3b81bf450bd3aec2f70e6023100f577ccc06a71a26369
  2463ce9fcdb4631f09e6c84dd5ebd8f96e9f39036cc05cc706d3dac53f9f4ec8
  7bff6a7e9d7a60"
