# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"2e6a16c55961354489e70fb157f2e786"
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
    5d08463e796c2c04865171a8d266fa9ecc66ccc2d337604eff8f53ce68f9bf47
    a4065f0ed3cc0b999dc2e7d805f9ba4fbeb4cab2d6b394b535e652377aa23270
    ad7f3c4f89e77b00d33daeafa46aaaed4b0f054370913cd2672c633637dd80cf
    ea077585e0e691e4040913c01ec7687c0c0a4408db95bc8985e06e38017b34ed
    cdff0e13935a9349b06fc37ce53b6df1e3187b50386d79c528b431c5042ec4b9
    e0445e18624fe338c3f9e4fedcf179269cd739ba4ef05a99177c328b42bdbb2f
    6e0a94028b97268b362f1c5e2f737c944a1581d0f5952e02525b3bf2b3d9f64f
    6b73dbbc6b21e9e467009fa6c5c69bcc8ad72c912c7eeeaf524fd465479392fc"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"489f16025f1b2344d23ac2c5bd6197b9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"02ce40"
  body.final_frame.tag hex"457438a967d1604a6363ff6f4bdea11d"
