# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  89581d465a9e2eddfe70847d411fd2459efa57e1afe3184482d4511701463fe7"
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
    88bb5e126cfbb3369bb87e4674fb976e8cf1c894ac4607f6f7011184c2f1d39f
    4fa80ccf665e6366ce5be4acb1ed1765a0d1472c3bebc265be9a297100e51579
    9ff58313cee14ebbd42d8aec5fda54a5c5dbebb07e99fb3d8cbafb0775a9918b
    0ef3ca13984f0bf59f8acc5802352925e5c7f6a22613a479fdb4948d15ebaa84
    43b5b3e01b3c46ed22f06e23932ac5d785cadb14903fe7f959acfdd76777ba25
    39303fc00e65ad257681059d5bf40a4f494271eae1a255d540169d6850770be5
    244e60d221846ea9e8513f003c7380e20195d4dfc5d84db41b191d2d766047e2
    3f6b351a03cc8b856f827df92f8521f5334ab80d7eab581f59b960ae35c389d1"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a6569ece7c51c11d19b44cb60b3a4bcc7dcf7ee6185b2e9b551bdd2492d5afad"

header_auth.tag hex"017dc43e658d5433b8999e1549541d98"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"6d2300"
  body.final_frame.tag hex"7b7ae60a6b22f48a5586b3c9fc033aad"
