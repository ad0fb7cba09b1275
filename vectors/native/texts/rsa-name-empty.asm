# 414 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"54b141241b85131ac1ef42c463118c9e"
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
  header.encrypted_data_keys.provider_info ""
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    3efb6c3125dd3370495ee5e16c253fcd00013c4fe6b5e1fc7e2ba54b7a6138c3
    1d94ce853204af98be9ade7bec6d5cd5224254c11261e2bd510547e2ab98ecd1
    121ffe6e41782a2e8d3198704fdd4f4cbef6e48ea3c56aa97548bf664c745c37
    601551373240c87fc0ac1de9231e07d7820701e2483e8f12100cbd838f42d814
    de233eb5fc62ad1984999111fe2e45525fed4e94b34a4d0e4cc77ad9e6f4f4c8
    cc545cb34b8d710ddafe0d1e9af2d18a5d858f46d620841ab95478b9457b810d
    49494e636ee85573a13f2939274954572b7c2ac23870200a58c68efd1ab30b7d
    2717f969ad7422cd86a1f30bdd50aebc576f84a602976ba7fd5a2fa10bc64e21"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"4239544f7ecf50c02cb507b5e3d9e40a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f0a7e0"
  body.final_frame.tag hex"2f45059e9c022ba1749550488b804bd1"
