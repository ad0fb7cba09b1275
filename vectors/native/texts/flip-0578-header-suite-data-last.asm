# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  6f5c725ccbc628e4df5f420e2d9821e44327fec2a58153c3d0855b4ceaf6a7ac"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Am+7so/SkuHiQe9EElNit88cHsnPjmwICEzgNd11gbtBsCri+Y2oZL5xh+flBRD32w=="

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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c0f2d9d4e6e45bcca4f9b2804"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    55a71446a90ce837fcecc7fe13c596c7578373ca22c99e6e6d39d313a8604ceb
    51e94797b244226b597b9f65671b5bd0"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  1d23722aeeb2cbbea65c6c4e6fb23c4dae39bc89fadda570655d7fa80e5f5089"

header_auth.tag hex"a5b81f3559d5b332140a8eb732c2c610"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"f1bf72fc6683e599"
  body.frame.tag hex"f1e4f8e4923edcfd9b24bb5be9bf820a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e0fff2f6"
  body.final_frame.tag hex"170feeac68b386299af0665d7cc2397b"

footer.signature.length auto
footer.signature hex"
  3065023100f64a2b2d849fcf9d9d7b18567e47b27015b3cd8bd8c802268636a3
  d7ce8f749e2f38bc3553aefc6131c1b88ed91a3cbc02305e9a8405ba50e071ac
  ed73578941422c830be475ca8606596e2a9186fbb31220c7b027f6ab07e35547
  d05162cc621f40"
