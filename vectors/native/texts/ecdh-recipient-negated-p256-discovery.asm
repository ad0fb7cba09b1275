# 372 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"47401813080af4f37c4e85e62dd5da2c"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key hex"7f"
  header.encryption_context.value.length auto
  header.encryption_context.value hex"01"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "ключ"
  header.encryption_context.value.length auto
  header.encryption_context.value "значение"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "～"
  header.encryption_context.value.length auto
  header.encryption_context.value "wide"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "𐍈"
  header.encryption_context.value.length auto
  header.encryption_context.value "gothic 𐍈"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "raw-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    0100000021028802c86e2346b7888f0ce7cef8852eef9a2c1f2a76d5fd4ffcab
    84d531b53f4a00000021038536717e3b2f6575bc08a752a7fc85495f14a93564
    1e13793cbc58c8813ba09d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    04b39f934f3f80a5cc77c23fc62224ac9be6e15405ec4314aa8d670971bf0cc4
    4d36bfca1a8b9da81e33e6bceaa9c8f9ac1a6c2a0d0540a6504b686eb3923ee4
    759ea19991eb6168e668fd8e42059c70b43f65fb28eac0ae0f72279d1ad2980f
    5e0024c18b4527bbbc4bfc8135d3fd6d"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"c6e901e75321d8e2096aee058103ab5a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f1a521"
  body.final_frame.tag hex"c0ca944eeeb9853146a5119012b54cdb"
