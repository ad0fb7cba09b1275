# 322 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"c3eacd87e3ad01da7aaeecd6b16d5125"
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
    000000800000000ca10f5c9d692f9a9edc3a4f17"
  header.encrypted_data_keys.ciphertext.length 65535

# Not read any further: the bytes end inside the encrypted data key: 65325 more
# are needed @ header.encrypted_data_keys[0].ciphertext (offset 0x70). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  f2597e78975de170abdbb0c5d39a5e7363f4c2f5e854df7f258c0d0888a149ab
  8b8635851604ffc80731aa5564504cc602000000000c00000008000000000000
  00000000000030bf0b32433d480c332768354a656afb00000001000000000000
  00000000000119841ab34e2e5c3ac7bccd14bea0c7ecb7b120365d5f79cf0000
  00020000000000000000000000022833fe0dd6d25307f04f417c713ca977c92b
  0edcfebf68c1ffffffff0000000300000000000000000000000300000004bab9
  e06e341c33decec56fe48cd2e54a948dbee7"
