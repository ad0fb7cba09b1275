# 231 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"a28d59ed01816d75a93771139fb0fbf0"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000cf3cc3b683bfd094b9aef55ed"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    72b170cb902acee1dac4dcd3970b58ce311708b73b3515d8d745b016ed6034d9
    cf64a54058991ae0fe3b4bb99b7d8aff"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 7

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"df77492d073bc80d92775d2518a731aa"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"60f0fbefd9cc2f65"
  body.final_frame.tag hex"e3aee013e82c17b237b83b752a26b43d"
