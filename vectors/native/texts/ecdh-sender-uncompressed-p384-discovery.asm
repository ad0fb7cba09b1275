# 482 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  a4f3171444fbcc91e61b0bfd3f7c7b307ecf667b2166a753980851c4b4bf4aa8"
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
    18106203da66ce214dbb59d5c0378a2226aa4dd2d67d000000610489ec77e9e8
    fc06da201c80fc79f294a504014cf1eed3fc6a8a208ae575a00e15426ac91c4a
    0de9c9513abb46f10011fb73557bbdcf209a413f08800a45ea50177db4a920f3
    7f6fe8472223c04d6cc078d4975806aee5f135d0136e64a5439c6c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    23fe44d320837e2e4e41dee2068169ad1dd13f107b9c2535697357cdd6be31fb
    5a97dc0bdc387cea673c11af6cee8169d06f787afac86035a15a40583a719887
    88e1bf60a6928b59b60fd3b090a42e03be48c4229ab4630880f8840952c7c7f1
    c8f25f89a6cb7dc26a029155287f51ef"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  928bf039cc903051bdabd5a1d89b85082557188b07f35ac059dec731e4760cb8"

header_auth.tag hex"346eab253b84dd12165355207d9f0086"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"7c9061"
  body.final_frame.tag hex"9a5cc28e136562a89de8f20661f68f87"
