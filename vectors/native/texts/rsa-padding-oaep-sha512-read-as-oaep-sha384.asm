# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"f88448e455714ea64f30ab5805e58dc1"
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
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7b04b2bad59fa9e9e52d7d045fc8f12d3ffdebc5e0ac20b0c32b5148e3550a79
    6cd8b41f6ccbb50f20be118d4759b13cc8796fdce4114f5d14dfbabfbec2b323
    8914eca3530dd1b9ada8999b91b5e552494aa5341ea7b095a3812480673c2d10
    74aea02843f2e62949bbcbc181771153307b05750e84ecafefacafde0b0447a7
    e01f5887f94cf878fec3283645f6d9a0cc39c7becda088a79452083887cbac9c
    9326ae7819b69199138f2928a580a322e8a87ae935303662646965e7501876b0
    67d85b04cf89bf62e63fb6da7a2403224936a88ad53d6541dcbfa7a7dd4efbf5
    42635dac4b197a2831ce3fd50adfcb1e5830a1f579647bd85a2f49836b983b1f"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"0c2e0cb7805da69b83f78806f199b6d4"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"205b93"
  body.final_frame.tag hex"f41ebc4e1c0ef869c87192a23ed16fe3"
