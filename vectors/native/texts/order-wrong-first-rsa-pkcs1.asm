# 736 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  b1b07362d9578ee6cf6908dbca0bbcf09b3414c8d3da1ce55d8c3f79ff438d40"
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
    14db0cb4f82f9ae22ea093a6c4bd161e52bf7d52d091b12cf35ba44a983665f2
    2fd0ceadf732c5f16ab9894428e59e7f11910d7968286bcf9071e02e948dbb32
    efb13572c4e1e79a538daca2a4acc821ddafd9c8eb2836331481bcc7eec4d1c1
    20926aa9a4ca49535dfea5b012a7f4695f2ed74d733e73439f9c269f8e53dbea
    4e2e46e5f3bd964e94ffebf8b66e6f49fc843bc14d2114f3e1c4d56379ffd6bf
    86d5c59d9078b4c4caf6d568ab7ce42ac9fc0cec2fd42b3ada6dea17f577965f
    2b880b5edc28e8e1bc45ee212bf4a2763e821d518456b1755c5b300fbf8b2b88
    7481f1981495395a551e56450f487006c193dd360ee761ef6ab2312425630415"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    95958c383a6523407466d3a763f3e5d698ac1f2ba78d4613fa4f172e05bdc519
    6a0d1f4568d526e7c0f401d1c4dba7ef7e8e11ea67eeb51ce78a5d3fa878664f
    5ab065438ad3968331037f1a6e6b14fd3daabebb2ca5e18e487993010240dc6a
    616ad589d858a046ad47e6b185cd473f3178eb1459d6b3678f2bdafff918ea6c
    2e6983b34288e6ef9eb24bd5bf6d4cf2dfc463deddc6812fbaf8c7d15b6a2615
    6e6c34ef4043878888a37945c24d3b786b125c8d9404ea51075d5ef5a63036cd
    6dfbd31fe41500f90b9fa08be4643cfcc37385ef2503b0278fd4dc0a924ada4c
    3f869dc75f22f3a1f4394141b1e794f4f6a05eb7bc399ac47e995af62eac3c6b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  b768a143c7d5a7fe3e8ae46a5977fcdef1fcb8428a1de33f85c6f46806de3d08"

header_auth.tag hex"e723f15d6aab61448a5b5c6c0d961215"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4cbf33"
  body.final_frame.tag hex"bf3b808d75bbb2abbefc56d2b3750aa2"
