# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"635172037a03fbded4cafea2a8204ecd"
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
    000000800000000c42ed5db7246733880ca76d47"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5d60150ceb763cd7d6704209f30283b9fd679c4b1d192c9b82e469af8dc4fb35
    e5e1adf6d4b654a69d1db206d53dcba9"

header.content_type 3

# Not read any further: content type is 3, expected 1 or 2 @ header.content_type
# (offset 0x91). Hint: The header is damaged.
hex"
  000000000c00000008000000000000000000000000387671e151a9e39ad4a2fa
  2c585a998b000000010000000000000000000000019f5e563ecdeef520054e68
  6b7ceccd8fe30161e2315ddc90ffffffff000000020000000000000000000000
  0200000004c3fae94cccaed4ffaff17ea93e0ae4140f61aa79"
