# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"518e9920c589d3de3756907349cdedaa"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AqbVcyeCNmfq2z+Yyb5w+oBKHXTjYMyFZZDYHlHUG8FQrVBrWf67HuhOrhjubVL93A=="

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
    000000800000000c5ad8118ef081d14a66a3c06c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    fa11a47432f1624e3540ac09004dfe3424fcae5f644874277e1548470a2f03f2
    e762bc30e1d06a155a5399c911c25c11"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 4294967295

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"ba5bcf825ac7ba9437a72706d1cf1b74"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"

# Not read any further: the bytes end inside the frame ciphertext: 4294967122
# more are needed @ body.frame[0].ciphertext (offset 0x124). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"
  4d71f5a779106af2e87342ea2019a5a42741b56e7114c59bffffffff00000002
  00000000000000000000000200000004545430d38e9dcd10d7a4bac7073b3b42
  c77ff9e100673065023100f5379fe0997ee03079e30fa9085b28bd85b4c321ca
  b7d477ec9123fa73f3ec303b5cfa5233f60f8742e52c4f4b512a0b02304a5e6a
  3d313a3c758afba0aa8ddafbdd22874ab7c0f27f730d5a734a11492cd8bf9c91
  b9b82df87ecde5b8619d339c70"
