# 434 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  a2c132717422be9ef6dfbca3202aa2d4caf4c522b832e1d0a67290af9147ea86"
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
    01000000310289ec77e9e8fc06da201c80fc79f294a504014cf1eed3fc6a8a20
    8ae575a00e15426ac91c4a0de9c9513abb46f10011fb000000310250658248be
    50cdec5f6385ddf23b780168b03057ff0d93ad4d2618106203da66ce214dbb59
    d5c0378a2226aa4dd2d67d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    899746beaf2de636acf327b39a5f87bd536f04021f02d578568e59fcedba07fb
    c284066c8ad80bac95dadddedc6af6610073fe8bd20badce5db3f38a1b112508
    08abd03f1ad50939ef46b5d3f3a5867268087a70920cf07a15bd2a06580171b6
    15a531f03f96c8832d2f39614bc36ad0"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  563bc5b543d06303c157b8a9fe739e9b30735664bf1be96f6313ba3503af22d3"

header_auth.tag hex"c437b1cececca9f3e553d800041fbbed"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"148bc2"
  body.final_frame.tag hex"0d829bbd1b94f4498fdb5906a2e4d11f"
