# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  c5fc09cb181602678bb2282df964558adcb0f51d8691eb2685d21f35dcb0d85f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "tesu"

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
    000000800000000c4fa5073f830f6ee6ab42fe56"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5e5c5f6deb0e3a0ac3a6bbe35b3a402fbc1c4e6e87f6d925af80934b6e311d37
    c122fbbd7089dcdd321d060960c95eba"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  3d9c04be46a53824bfd657344ee5bf8836d3454d7535010cf0ed9d633af03633"

header_auth.tag hex"298421efd11d139277407f5e8fc2488f"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"1ec8908bab17a435"
  body.frame.tag hex"4cbc9ddf5d40fe898783eb719f382040"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c3abfe14"
  body.final_frame.tag hex"0a0b6c2349682a5090bd60e8e978452a"
