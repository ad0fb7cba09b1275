# 301 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  117c0b4f70e536248a9458da9b4ad1aae7e3e4c7ef0ef0ca1750318aaf53d479"
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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c0f9bbf5cc30cb834cfff737c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    78738a312cb2542560ad0f4b91e2c003ef43313eabe99f12497f412da7321805
    1a025e5382551c8c31cb24c77d90cb19"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ca454253b9d1bb9b6601703922a9b44bd70e185b8933637ce8b1771b3dcb6f06"

header_auth.tag hex"ee3cf4ee57734773448f17f0e1410d7b"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"fbde48c131d232af"
  body.frame.tag hex"179085b5ad9746df97988f6a4f67f616"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length 4294967295

# Not read any further: the bytes end inside the final frame ciphertext:
# 4294967271 more are needed @ body.final_frame.ciphertext (offset 0x115). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"00000004e1814ad8c9d0b83c60cf81b7d7bde9e3c40913b3"
