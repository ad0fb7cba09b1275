# 319 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"47aa10492003f44e3e7b90c88ef60262"
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
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c77bade1b4e7d2232066507d8"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d5c18bd8c86380eb28816b65bdc4e0347302acd668ac58b9af060b77fc908a06
    33643a03e7b78b6525c890b16f1760bd"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"7387ea168a08e7561173c55778004a74"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"1b0f4a1ce1c9d9d5"
  body.frame.tag hex"1585e2792e37397e92b0bd5fd27d56cd"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"265d0b304cc2a9c6"
  body.frame.tag hex"c7c9a76e46618906817401bc253056fa"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 4
  body.final_frame.iv hex"000000000000000000000004"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"8e"
  body.final_frame.tag hex"f2795e61337e7c640dd9cdfa3efd59fe"
