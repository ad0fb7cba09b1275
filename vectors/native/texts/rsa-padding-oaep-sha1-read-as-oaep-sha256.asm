# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"fc1787ddef0c219ae830fc107b7fca3c"
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
    758d977325ccbcb1f67327be4e5d850ac9cb95b5e2ae6de235d21ef425c0cec7
    6e1a356b1778c1e675ad7d9955977a57062b165acce01918f72d4fd04f1689c3
    dae13522c25e85da337490af3e14073f3362e0907d1065ec6000e769b649e6b5
    7329db83a6d16eea6de8fb91c729fecb1ed48f3b6ba812ffbf84b628076d1d67
    3fac6641feed49c21b261605cc017e9adfbc12ace6b408d87d2d0ed77863b286
    bbf661cd1ca4eb2074f0e55c2330e7f90d8366d7a5087a00c33e35cf8ab7835f
    5e298931dca6d2abdf8d8c4de520e5f313a612ec7922440d943e9847855851d6
    61bdec3560c52bd993243d9706518afffd6b37c9c1b01de9de91c405153afeed"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"88c2278954caa50981c9ff5c59379fea"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3a0fc2"
  body.final_frame.tag hex"790800ea3119b21a48d7069c4e336c5c"
