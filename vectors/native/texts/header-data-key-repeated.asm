# 1225 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"cc7a52a9b27091601b1acc17c8f52be7"
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
    7c3814589ad83ba696995fae13107a9a9d942a4a688f75bf8e8e5284fcf61958
    6f1e17cc5fd9de9e92954eae7f54b55166a14f320dae176e0ca8a4f5c35b6365
    5d03e015969ce543ae5d1cd80adbbfcfecf5edb1c96901f7e86e2f8b9264c621
    0b4ccf9a3372e58efc8ec184e171ddf41fa546f0e909b5db97a774325e02a867
    4a1f1265b41e828b91b7140bc66e725217c22733542732cacc82fd24e5faebf6
    bfb0b7ca5a35cd743a4dfe4614d59ad2939b1b32985b69005a6628d2276e1437
    c2c143f4233c40f5f2af6b283cd2b6302a1b071a7d54840baece72e46eb64f5f
    02646a8c24e838c9b115a9ff50e95d24c4f6c27b39c642a4757ad766a0ba9c3c"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c9fea8acd031f1edf6cbcbde6"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    939380be9dc3c96dba18150e60fd948d2b62415062de6454bd10056c92bcdd50
    5e118a4a4f87962061a569e1e663c6cc"

  # header.encrypted_data_keys[2]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c306bb20e05e88bf3203902c6"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    15ce8356d5093a25504ed1bcdcc999590be4182e34946b1c722472823aad6f4a
    b00d6870f4462ef91932b7d0db2bc9cd"

  # header.encrypted_data_keys[3]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7c3814589ad83ba696995fae13107a9a9d942a4a688f75bf8e8e5284fcf61958
    6f1e17cc5fd9de9e92954eae7f54b55166a14f320dae176e0ca8a4f5c35b6365
    5d03e015969ce543ae5d1cd80adbbfcfecf5edb1c96901f7e86e2f8b9264c621
    0b4ccf9a3372e58efc8ec184e171ddf41fa546f0e909b5db97a774325e02a867
    4a1f1265b41e828b91b7140bc66e725217c22733542732cacc82fd24e5faebf6
    bfb0b7ca5a35cd743a4dfe4614d59ad2939b1b32985b69005a6628d2276e1437
    c2c143f4233c40f5f2af6b283cd2b6302a1b071a7d54840baece72e46eb64f5f
    02646a8c24e838c9b115a9ff50e95d24c4f6c27b39c642a4757ad766a0ba9c3c"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 256

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"1699e6e9dce158d51bf748919022b2c7"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"
    a1c088eb8d6e1ff2fa83c8858f4efbaabc2b3f188de6005936a3510b88bdabc3
    42fec2bc2d7e7365425ed2650d5af67f51506aed421e77e6d49ccd6ce6fdded3
    5221d1b5ff420c1a7783811233b2846f09fc534b217658e8ebaea40e73ef9b91
    5c4f754051fa94a5b5500bffc00dee709285d778d04feeea54226cb6a24b583b
    fd8bac31ed3f30c1314f69212efb61989c997bf8453db89d4ee8fb92bb7cbce8
    e9d3b454e27df01ed158e524613f8e21d67823a127f598353e567c0b71298013
    b4ec5724c9b41a274534a41abe5949094f71c6ed29c8dfd7323385d1e4dc2919
    fd04a82e00769b3b854dd164072c6fd0ccdf2e71c7bb93aedaedddf54b8179a8"
  body.frame.tag hex"32d3230b6ac6092f3488aae2bc33967c"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"
    51e93d7a913a5f91d8f56f19ef12c71b62a03801d49c89e9f20a21a23343a4b7
    8fb39ee0628447e1580117a8"
  body.final_frame.tag hex"6a17f493640ed516d78f14341deaba42"
