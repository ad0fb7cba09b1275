# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  33fc585702933f779248f8620616fd7df1a26e55ae983e75202e7e51507930fb"
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
    000000800000000c5e12f1448bbc1f77f8310d27"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    998f3fb025c1adda3c11e7cb1e259154216ad8e343c6de646da86172f9493056
    1e17930c142173df884f9efae0555b3c"

header.content_type 2  # framed
header.frame_length 16777224
header.suite_data hex"
  dc9ce4d92782554f509190161ed3d9ba35220785ab4510e5b734941b0b2590df"

header_auth.tag hex"5e2f123bea090edfd71737d8014fd489"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"

# Not read any further: the bytes end inside the frame ciphertext: 16777156 more
# are needed @ body.frame[0].ciphertext (offset 0xe5). Hint: Fetch the whole
# message again: it was cut off in storage or transfer, or a length in it was
# changed.
hex"
  d250f346dc339a5076a1a6e8b3e32487eafc4e325219c60fffffffff00000002
  0000000000000000000000020000000431190c0fd063ddc7f707a7afdf722053
  13abb5d4"
