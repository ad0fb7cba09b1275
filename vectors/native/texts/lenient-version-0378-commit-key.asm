# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"
  12d024a12355d3e846ec00afc55c404f12d024a12355d3e846ec00afc55c404f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AwsFgGOAXbrRli4vWfVmkOTe6jQjyUHHT5m56o070LGBWGzv0d2WHbwGzb7UpmZ6Hw=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[2]
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
    000000800000000c53ed32d3b710a421fce47884"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9e4c3af049e124c06c6cb489a1e2b4160a6f1132ad2ecf65c72fccaeffc0a997
    05da4392764a41959bab29ffbb73ef47"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex""

header_auth.tag hex"f6a2ee4f31644fec125a75ad595e9f8a"

  # body.frame[0]
  body.frame.sequence_number 1331541101
  body.frame.iv hex"aced57311d7e9a2a5921378d"
  body.frame.ciphertext hex"566e8b966ed4b7ec"
  body.frame.tag hex"94271b699413ffb90000000100000000"

  # body.frame[1]
  body.frame.sequence_number 0
  body.frame.iv hex"00000001da52313354b0bdc8"
  body.frame.ciphertext hex"d5b7175e82aa1b9c"
  body.frame.tag hex"f14558c61794c4e3ffffffff00000002"

  # body.frame[2]
  body.frame.sequence_number 0
  body.frame.iv hex"000000000000000200000004"
  body.frame.ciphertext hex"0c6de29b0faf1519"
  body.frame.tag hex"157398c6bfdd4dfad45496c900673065"

  # body.frame[3]
  body.frame.sequence_number 36707313
  body.frame.iv hex"c26c5f7818b9b6b9b46ff098"
  body.frame.ciphertext hex"58d7e337df15c1ec"
  body.frame.tag hex"edd65205e05f97670c4e369630415c7a"

  # body.frame[4]
  body.frame.sequence_number 4013897142
  body.frame.iv hex"db5f73fd0aec02310096e1a9"
  body.frame.ciphertext hex"51d826369173144e"
  body.frame.tag hex"895d987c60b28e4d1124bb62d6dcadcf"

  # body.frame[5]
  body.frame.sequence_number 78570170
  body.frame.iv hex"9abf036319170fc53c82b751"

# Not read any further: the bytes end inside the frame ciphertext: 3 more are
# needed @ body.frame[5].ciphertext (offset 0x1ea). Hint: Fetch the whole
# message again: it was cut off in storage or transfer, or a length in it was
# changed.
hex"705df9b3e6"
