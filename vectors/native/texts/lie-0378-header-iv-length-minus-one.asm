# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"122c608200dfcaa52028785db6564601"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Av8eTerhR0VcT0t1bIBWJgoq94epfmP1xLyZWlWecgLXzwpFKRb3KVEtYoW39pfT0w=="

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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c7d84acef284299f820f74af1"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c77aadedf5c67ebe62f86ab3e4f66e1979059021a260f8b796c1b15f5b541670
    8f281b010ffdae80b06a7d9e97b52728"

header.content_type 2  # framed
header.reserved 0
header.iv_length 11
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"3331acbe8b1175994694d3397f73f1d3"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"1c942fef01ff478a"
  body.frame.tag hex"4450d280a266fd3118e0363bfde463c9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"898a2f7b"
  body.final_frame.tag hex"12cea38c215dbc819089b0333ea82d03"

footer.signature.length auto
footer.signature hex"
  3065023100c454994ecc44bfbb71ba21c833fd99dcb8d3fd58acd1f6419b1611
  8e8c8399039f348cb407b2de26a7c6e41a22277e54023072b3d7ec9246fe55ef
  514daf6737d92a8b548419b28c8bff47691ee9acf652dc5a19c254f2937d74b1
  6985ace3aed00e"
