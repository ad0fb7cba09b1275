# 453 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  26bb5439e5ef8a41c8fc3fb532f1dfbd71fbfc28cc9da239d17a2f1accc84541"
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
  header.encrypted_data_keys.provider_info "rsa-2048" hex"00"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    863476bb874f1f3d9744645a67d85179dc3c5683ce677aaf18b5d26a0e03b9d7
    a831a930bb02a44fa39062018b9a021f6900726fbb1c1b7a143d1d0415efe579
    b6995dde62425f2087a3868edbfb3b209452faa82fa4b8f9a5bc4505830c5b9e
    29dad341b8a3b6326a0ee965e97ccfa60f73f55fb0999af9322fa68c23a22639
    088abdec281e2e1d88f2ca2566f463e2f5ecb238783707c2bcc883a5e96f4fa6
    a8230d269bda7164dfc974638dc40608d9dc4148f58d54c151db2b62725fbbed
    6647af2876527162aa7e719010d9057595428d1de3d7b5a4409bfb19f6f39fbd
    f61ff0faf433b67afa4c57639171f9ccb0691d4883ec1aec75cf2cf1da1644f7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  e932ca65768933d2877ae4b69665408bda428fd7f4ab5ea17517852cfcb3835f"

header_auth.tag hex"cf7914f0bab396aa6627b668ee95d6d9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c59364"
  body.final_frame.tag hex"a8cdf88e7a84c4f9272ce0bd6e6fb946"
