# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  8e7a207f235127ca9fad198db1e25f678300946b046d396f05746b01a93a48fb"
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
    000000800000000c4160130c61feeb78604ab09c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0d54577ae171be9ebd176cddcd9b8150495dbd9f79c7ba2e9bb1f34f33ddf5f2
    3dfae2a88d91469308a6ee266486c137"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  6338eea6a79ca688ce2a0c1aafef3402da44be2e60de9545a3a4174d082e076a"

header_auth.tag hex"78a556caeb638fa159288720ae1f2916"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"cfe78e78fb404b40"
  body.frame.tag hex"a4800505d252195688099c6cccc068e7"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"162a51568a79ba8b"
  body.frame.tag hex"a8d5f2d092549698ca26cf2a2a3709e7"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"5384b131"
  body.final_frame.tag hex"a989e981cfef392b0adeceacb58e10e7"
