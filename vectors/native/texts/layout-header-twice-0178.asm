# 450 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"bfd6a40ff451ff502600188743ea50a4"
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
    000000800000000cf68ef807b2ee1a7f969e182b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    19c6ca2810dd088c000625437dd3524073fe9ce8b8949594ff7fe5a6bda1adc8
    df3d14c188a893f0bcfceb05e7cb47d9"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"c0bce09971c86a0694a48c8e0d34f497"

  # body.frame[0]
  body.frame.sequence_number 25166200
  body.frame.iv hex"bfd6a40ff451ff5026001887"
  body.frame.ciphertext hex"43ea50a4001a0002"
  body.frame.tag hex"0007707572706f736500047465737400"

  # body.frame[1]
  body.frame.sequence_number 74806117
  body.frame.iv hex"720001370001000e6573646b"
  body.frame.ciphertext hex"69742d766563746f"
  body.frame.tag hex"7273001b6165732d3235360000008000"

  # body.frame[2]
  body.frame.sequence_number 3318
  body.frame.iv hex"8ef807b2ee1a7f969e182b00"
  body.frame.ciphertext hex"3019c6ca2810dd08"
  body.frame.tag hex"8c000625437dd3524073fe9ce8b89495"

  # body.frame[3]
  body.frame.sequence_number 2499772389
  body.frame.iv hex"a6bda1adc8df3d14c188a893"
  body.frame.ciphertext hex"f0bcfceb05e7cb47"
  body.frame.tag hex"d902000000000c000000080000000000"

  # body.frame[4]
  body.frame.sequence_number 0
  body.frame.iv hex"000000c0bce09971c86a0694"
  body.frame.ciphertext hex"a48c8e0d34f49700"
  body.frame.tag hex"00000100000000000000000000000116"

  # body.frame[5]
  body.frame.sequence_number 2281957080
  body.frame.iv hex"0d46d34cfd03090b6d0b0765"
  body.frame.ciphertext hex"46351007ab0e0fff"
  body.frame.tag hex"ffffff00000002000000000000000000"

  # body.frame[6]
  body.frame.sequence_number 512
  body.frame.iv hex"000004d59b71660d741fa1fa"
  body.frame.ciphertext hex"5c74fe793b0b8b7f"

# Not read any further: the bytes end inside the frame tag: 13 more are needed @
# body.frame[6].tag (offset 0x1bf). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"8fef2a"
