# 293 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"0058bb63fd9eab8f350fe5960fb105e0"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key hex"ff"
  header.encryption_context.value.length auto
  header.encryption_context.value "value"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000cb7955c4d9d96f8d8366a74c4"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    fcccc3299488177a8b6e76ae7929b0ea9ce456f1884c9c031fd1bb6a13b7f746
    73d28688fc2b6266578f1decdc8b9337"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"0d61495c91ac25368d319c2bae607b10"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"4b773951667df7ab"
  body.frame.tag hex"1b25b1c374413c461d549accefb86b94"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"c1af8d9552cf2a21"
  body.frame.tag hex"b430000a64045f5eb0b6c139aa479e61"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f4b3bbed"
  body.final_frame.tag hex"a9121dda63d12431c9a235f9a4e4d9d7"
