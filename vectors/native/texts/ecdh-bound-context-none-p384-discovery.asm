# 434 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  01ee409fd702d69fe2417524afce14b15f2efc8c338509c3d2e2bc7df5b7fad1"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key hex"7f"
  header.encryption_context.value.length auto
  header.encryption_context.value hex"01"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "ключ"
  header.encryption_context.value.length auto
  header.encryption_context.value "значение"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "～"
  header.encryption_context.value.length auto
  header.encryption_context.value "wide"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "𐍈"
  header.encryption_context.value.length auto
  header.encryption_context.value "gothic 𐍈"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "raw-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    01000000310250658248be50cdec5f6385ddf23b780168b03057ff0d93ad4d26
    18106203da66ce214dbb59d5c0378a2226aa4dd2d67d000000310289ec77e9e8
    fc06da201c80fc79f294a504014cf1eed3fc6a8a208ae575a00e15426ac91c4a
    0de9c9513abb46f10011fb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    dc4f311fdde962265f23ee2e96b36d178eb034eaf107beb4b4c4d3afab6c71c1
    28febbf91d906de5557dc6a0b7985cfcb636c095e832c52a5a15dfd62ec2d87d
    9d3a36d7acbc9e6be5bc6c2fcf749efbc87b721c5a05e450b74ff864af03cba8
    042101c6140343285a47be668d4caa44"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  b7d974b51498c74812ffd4ff18c422d8035fdfc05a40584f39b534bc81884bbe"

header_auth.tag hex"02dc2b39d838bdd2eddb1d0582da6ecf"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"826b85"
  body.final_frame.tag hex"8b2d3b14a7160a151a7c1e0b83e28c67"
