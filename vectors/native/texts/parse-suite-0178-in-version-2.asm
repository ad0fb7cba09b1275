# 320 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"
  6f84a1630fdf3f6158f6dedc8d7486d76f84a1630fdf3f6158f6dedc8d7486d7"
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
    000000800000000c241a7a7515c394655109cdb2"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    54de4712cedb21bf3501b3b1d6086677876ad77b56484d5800e214145957ae1a
    6f0e7143409d65b65e45e359534b413d"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex""

header_auth.tag hex"392cad1b672d40e85b91c2b2581a53da"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"8fc4efff694e9009"
  body.frame.tag hex"32b38fe352296dba169763e569fa0139"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"c6808a45bf822199"
  body.frame.tag hex"146d0b731b147262a6041ce2bc1d8b40"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"2b4a10f8"
  body.final_frame.tag hex"f3fa7b1f4a31eebc180cdafaf7de8873"
