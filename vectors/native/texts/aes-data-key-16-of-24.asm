# 367 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"f9349f4a9eede6d10d7ff55602271a54"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A1CbnOrSmZBFJDjaxaKeSy9iufB1eDviKq/N3pRGep76"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cf605764d889dac1c012deab5"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b91599dad52e23a65e1ff36069d82a83eba7c4064fc80e26409ae588dba8a2be
    c9537024dda4b10d"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"f646448ef5912900d5ce909dcf1ef1b3"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a520dd"
  body.final_frame.tag hex"e21bdf8cdeafb39dd1a1dc12e0939fb8"

footer.signature.length auto
footer.signature hex"
  3045022100f4bb2758aafa8128fb55c497ae544a5e506d268eb1ba91d212d672
  211e6768db02204520f864ee9296c63a9aec2cc12f3adbbd845564544a5cd7fb
  efa7dfbc7c64a0"
