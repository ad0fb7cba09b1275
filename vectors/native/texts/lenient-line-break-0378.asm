# 467 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"329ded139a713b5ae1ad603f1fd8ceb5"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AvzsLfRaDJTG3SZzh0u96PSl8uQaM8nIZDmxiLlcBY172tbcqCJOWe/2+7enHg4Gug=="

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
    000000800000000cfc34d9fb7079352f452461f2"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    623cb0b180bc36ad426306e205c143d962c834dd1702b50ee2c9ace0c667adb0
    32961efe13388ac3ac30933dd8efcf9c"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"91582e396f973ccefed7dede8210c323"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"0ca0697bd1daf7e8"
  body.frame.tag hex"75c6bf57137ba3eadd109df5ab7db19d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d9094e93"
  body.final_frame.tag hex"22de2924817493a3fac0a4231cf3adfc"

footer.signature.length auto
footer.signature hex"
  3065023020b1a06fe3389a606b670a20f127dfd4c878f0aa2ec5ad1f3c8d6ade
  af50bf7a5b58db1a379f9f2163a76cfd2d2831c7023100a5737b8e9ece48f16c
  f58b6480dd37cb49ce6f2f1ccb800320b85b236ef1f959e4eeb02cc190f64200
  89cc45cd773753"

# 2 bytes follow the end of the message
hex"0d0a"
