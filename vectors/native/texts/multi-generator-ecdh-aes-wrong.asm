# 472 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  000a5940b5eae5c667be12bc1d119632074de8ad6a7c67e19d9f0a710976531e"
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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c2edf974329805d0e3775702f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6d9850c31db2c8073dc6f3f3aeff2e1291cad8941546434274f366eaeafdb2fc
    b230a591657499b41df6aff40d8b1d82"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "raw-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    0100000021038802c86e2346b7888f0ce7cef8852eef9a2c1f2a76d5fd4ffcab
    84d531b53f4a00000021038536717e3b2f6575bc08a752a7fc85495f14a93564
    1e13793cbc58c8813ba09d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    80baba6105b01fc53986d0b81f17e24a8f2806656eb6f93e1ee6417f0501a309
    4bbfa467d9777747e30895c18333c9e3618ffe0291797be81209b8de567c927c
    75f801348154a071cf91aacdca9cbdcfb4993e283da296001afd1fe32e3ab0ab
    2843a27c9a49a1202c8bee93ea58c3ec"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  c14c9ae8af9cc69e6fb48511a34c3753443badfec8509154607984f346e40ac4"

header_auth.tag hex"9321dc2ae44acf80cea6b1afed399d31"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"ef3469"
  body.final_frame.tag hex"121b013502a1b68a171a4451642460a1"
