# 434 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  46454136fcbbc5fc4c92110878ec2c27797911d8883fe3256888c4cb1750d03b"
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
    01000000310300f36b6aa32c19fcaa6e8f81b56fce75ea5dedc5a6c2259cee62
    5bb6d4e73888aa319aa2503dbc0de957a2bf398648c7000000310289ec77e9e8
    fc06da201c80fc79f294a504014cf1eed3fc6a8a208ae575a00e15426ac91c4a
    0de9c9513abb46f10011fb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b68dd71cbfa4f0b7e21f1e036fbbb8581cc2849f95ee2bfa905a7e4844475a8d
    82ce69a2a5d0b9d33971aa893de33071f31d8c7e355a9969904326226efd4700
    6c1bbbfc752ae6489f544d259f2e9e3bbd803d34bd5dba476e934d5fca6f14ff
    c2a7405a3af2f44e95180517d81e172c"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  d7ac432d97da08a44311a25d2b0e0781328e449a9ebdc4c8a740ca3ab27922d2"

header_auth.tag hex"cebf897f6f82c40c5d2012dc457cb838"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"59a0c5"
  body.final_frame.tag hex"943aaafb6ed4f70d29cbc16870889040"
