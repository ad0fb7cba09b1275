# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  f3f0449f5b9a9677da8c656a3c6f82d0056a6f29e7070ad712e3083fc04614b8"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
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
    000000800000000c25daa679847da7f536bada99"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c9cedf954a15137903e3380d36921a5b41873da5ecedf329c60a9c863742c812
    e129e326fe80f43eaaaab5ba85a14c4e"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0d0ec8f1b9feebf96e921f37ff9d4f6203549bf615b2bc4763ea70825e76c702"

header_auth.tag hex"e3df180a3dffab116881378340efc8a2"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"007d5efea3d2bf76"
  body.frame.tag hex"897ba92118a89dd330242963cffa7f23"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b2ed59a1"
  body.final_frame.tag hex"9b06b9bf052083702473a91cbe04e770"
