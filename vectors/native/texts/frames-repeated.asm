# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  de4ee0c1fe1aa32064a77bf35958c05d700523641c036a7e1ad3594a411b6359"
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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cc91202dd69abf7371e3fac23"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    55acef123953a9435f5249ba584b148cbcdce032ccd8a698f5c43a512872bedc
    a0e811594a39384ea296705bee61fbe7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  678cb39bb254ee117428aa0de14ba997b6be281bbbbd3479fe2980b4c3fd5331"

header_auth.tag hex"1343317522c49d1ff30b53fb56efe4f1"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"2431902989bf01bc"
  body.frame.tag hex"082ee4e7fd52e83e287d55c6d56b37dd"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"2431902989bf01bc"
  body.frame.tag hex"082ee4e7fd52e83e287d55c6d56b37dd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"9be859f2"
  body.final_frame.tag hex"0163ee7a74f412b65e90e036366556f2"
