# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"5aadfb216c28a2cbdab0978a55ac7c90"
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
  header.encrypted_data_keys.provider_id "ESDKIT-VECTORS"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7a1de8f01b86cc17726f1caeb4d3b760072343ad72728c41e20e564ff6950841
    dadee869a782963657869120361b4e4d65891d7f12073a6f5dacfdf62b086153
    954fdcfc102186eff5b2f4e76a05efc8015cb2927b08b21ee618515133356841
    709f359f3c88c36242996450c4d581a60ef279e070db78d22672fed44b691220
    015010ec247e7e96e9cfec93d8c05f21170a479360e277013511495370ce50c1
    0c9c670e8da8f7b947df064530f4cdbece2a04b702bdd6741c3c84469356e076
    c8500074503ab22e024bca70d23ae41fe87e5a399900b36a0278812fa43c22a4
    f0eb48b7e4c0b75afe484bbc06dea91e6e89be0c33529914fc04c0941b140f61"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"27018e2e6b9c297f4f914b6aa13eff92"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"bdbca1"
  body.final_frame.tag hex"1dbcac5bd5581fbfbe501ca8f922ef06"
