# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  e941611d18512cfbabbd88ceb3cbf8feec897a9dda2ac699758b4c70806bf2c4"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Atr5SWoCZYV4W4mk1h/IDFMn50nUNFPPIcaGoFgxKWLxW7KbuPyhhMg2Eo18EZ9hiQ=="

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
  header.encrypted_data_keys.provider_info.length 65535

# Not read any further: the bytes end inside the key provider information: 65216
# more are needed @ header.encrypted_data_keys[0].provider_info (offset 0xb0).
# Hint: Fetch the whole message again: it was cut off in storage or transfer, or
# a length in it was changed.
hex"
  6165732d313932000000800000000c53cce01ba479431c0748cfcf00306bb5c9
  e6663639734cece06b7ad55386b65dd169cca524a5cf5148a6a0dd7d57b85487
  b2136b5607b0b46b4479d69e910200000008ff2383f26504b553ae7477f8f40d
  b2e14688c690f7f9c0c2f336ca3551d2abe451a1fb9b4f725b75e64719bbcf91
  eb47000000010000000000000000000000015ec14222cb64d275f6804c972f00
  25294dd40ca478d9c860ffffffff000000020000000000000000000000020000
  0004f16623686a66cec2ea1b37e7c034054bde68fdf700673065023100e5e724
  23a750fa776b03027185f7fc14829fc46551b641a88afb710750bd96655a5797
  ceb642db66e0ebd98908a94b5602303d9bfb8fba629c06f21f38cb98a495080b
  473d841fd97ef87591222ee648a1296bba835503a284a16b7d8461890ec19d"
