# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"e6e85e2de15c6fd1a1bed799977ae1fa"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AxgFnkuYmr8tYb6Sv3oze6DwFdJtwuparlIF5uW49LRF"

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
    000000800000000c2452551058fa6bb0c4bb0630"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e0c5a1fe62879859325c4eefe88f05f58ea9419a3c57a830014ea66eb7d016d1"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"3ae53b722024a9209e571b78dc7580a7"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"a13ba6f896a1e969"
  body.frame.tag hex"1ebd48363746f8bc2b8926fb1d3e0483"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"5b551526"
  body.final_frame.tag hex"eb0fa0c50832875265a687b6e6479933"

footer.signature.length auto
footer.signature hex"
  30450221009e749b9ef728dd5280017e696523d6d3353d112f713916f266f2eb
  ca8c7fc92d03205392ab762d0d8682fdcabf0f91d6382fbdd9c3f564048ba877
  5a962b6470bb8c"
