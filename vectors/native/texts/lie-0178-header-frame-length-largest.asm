# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"c0caf35b11265072b1285ef5c4d91123"
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
    000000800000000cb66011f2aaeb0e54889a45fa"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e133147772999d6bf7d26c1433412fca1bfc4fa9148a575b2befa84f2749ae3a
    d7f3f2a54cbfa2761bc7b58eae48b59d"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 4294967295

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"22678a4e7b3e1c3043f280d0965b246d"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"

# Not read any further: the bytes end inside the frame ciphertext: 4294967227
# more are needed @ body.frame[0].ciphertext (offset 0xc7). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"
  b76228b872a12423799d83dbd5994fcb42d7e50b9d6f7d05ffffffff00000002
  00000000000000000000000200000004404185fdb37027597ec261c119625c42
  6b40209b"
