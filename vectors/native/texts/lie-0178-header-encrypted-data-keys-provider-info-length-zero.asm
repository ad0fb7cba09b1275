# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"40358f91dbd7e0fe03a62efbccb516b2"
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
  header.encrypted_data_keys.provider_info ""
  header.encrypted_data_keys.ciphertext.length 24933

# Not read any further: the bytes end inside the encrypted data key: 24736 more
# are needed @ header.encrypted_data_keys[0].ciphertext (offset 0x46). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  732d323536000000800000000c03c039f0c0bc9df28195bedc003008547c110e
  e7d9351a9475e3789bc55e4b6525d34c41b65c811f6e99143dcb5025d8f7fd1c
  1f3234f7293f245a9aa31902000000000c000000080000000000000000000000
  002ca87f579b8e53a18554aa7806009198000000010000000000000000000000
  0191cdf715c6a8bbcbd52d059814b4c08ff65673b7424132abffffffff000000
  0200000000000000000000000200000004ef873d747a1a8dcf7306cd8a711b7b
  2f3a379ead"
