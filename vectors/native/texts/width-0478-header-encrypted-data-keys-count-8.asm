# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  f7f5d152babaf2c9fbfd8cb19648618db54f2929169f230633192f1cee10dfc8"
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

header.encrypted_data_keys.count 257

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c94a19549f2feaf78fe95facf"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    41238b6206dbe3ccfbaea5f4d70d16c0bf385b1345e348f66c8465a871956bc7
    98fd325927f900af02a19c7304912c7d"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length 512

# Not read any further: the bytes end inside the key provider id: 377 more are
# needed @ header.encrypted_data_keys[1].provider_id (offset 0xa2). Hint: Fetch
# the whole message again: it was cut off in storage or transfer, or a length in
# it was changed.
hex"
  00000865387e969e3bda90bd8028d786837c1ba0aabb9992039b91b6647f4919
  37b1f853da5d3e68e483cbb1c9cb2b76bef08400000001000000000000000000
  000001da7eee51019096febede00905039bb9eb1cb19c875eee3f7ffffffff00
  00000200000000000000000000000200000004e420004c0f3a41307451307bca
  55d58fc26409ce"
