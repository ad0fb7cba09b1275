# 293 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"8e7b4e64b0d5e0c0f9115073421b7d6a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "key"
  header.encryption_context.value.length auto
  header.encryption_context.value hex"f0908d"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000ce541c389f5a6ea9078b04b47"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    213a51691e32715907541cc2a0953ac20430f347c544ba122defcd0cb6884b69
    99a982e2d0f39a06783ca8246c669b02"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"a0194dbe4fa3baf2975a6381501409c4"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"df6ba9f22c37425a"
  body.frame.tag hex"c99fb3aef44e755c4b5b90de318fdecc"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"b24e137a72d62aee"
  body.frame.tag hex"4f395d7a065ed39a5abeb1d7d47437e5"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3b077859"
  body.final_frame.tag hex"54b3da1c1fb179756dbe024e14efe4b0"
