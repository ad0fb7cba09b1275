# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  9d6e332a9f2efbf1a09ec0b9f82f3f5bd1aef1ea5521b1c040c540e35833c7f3"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AvwVccLDR1J5jVi79eqUhCnT5ac7lFy0JAllaBz0s7+mXbLQZQ51azuDgOXgia21aA=="

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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c0ab30a9962035ebc179a3084"
  header.encrypted_data_keys.ciphertext.length 65535

# Not read any further: the bytes end inside the encrypted data key: 65245 more
# are needed @ header.encrypted_data_keys[0].ciphertext (offset 0xcd). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  af5460b8050c1c3859973213433919c2b1d05880c359f82ea9760fa53fe8cd49
  1f2b17b49f7f20c06107e6ea6cc5d2080200000008b6080f0ef9a6f4eb901455
  0338f744f4368dcd5d41af883f00996566c1c6c32f14cdc798707db984a59bf9
  a71fe7b3ab000000010000000000000000000000014e10df57143e2a753c85b1
  e10216343eae079f4df025dcd0ffffffff000000020000000000000000000000
  0200000004d87b04e5598072e7e18d3761aff7753f3da1c93600673065023056
  02a4ebdbd3717cca26136d1d69a21b2fa5f2bc442e9482c9321e36b86be8e8bd
  9e7809b7f86397af6074e2c2eaccbb0231008a9b5d3e6472007ea0817bb1d6eb
  cb87bb49a4d881857ba3001915e77baeb67c1acc551979e8c97514a15a31dccd
  03ce"
