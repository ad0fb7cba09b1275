# 269 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"8eb0815022eeced4b30329f897844275"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2bb731dfd44d9f2ba6e541668188c29400dc00d1e518611edfe6bb7f7e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f466dd629fa94cf53aeaf0729fcfcc5d4307e4951
    7dd4fc261e4ee117a8fbca3617503c5436e3ed02d26541cbe82c2749"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"1c9bd2da2ccf1365831fa213a5b12d34"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"cbb88f"
  body.final_frame.tag hex"fe069e274ca9940a44382374b388beff"
