# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  9866f0e488286eed712bb00ff96fa01b8a44c1a595209e746480e7f69d749458"
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

header.encrypted_data_keys.count 1

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length 32768

# Not read any further: the bytes end inside the key provider id: 32538 more are
# needed @ header.encrypted_data_keys[0].provider_id (offset 0x43). Hint: Fetch
# the whole message again: it was cut off in storage or transfer, or a length in
# it was changed.
hex"
  6573646b69742d766563746f7273001b6165732d313238000000800000000c76
  59f75e580fd8a62a9a12190030a6dca58364d3dfce1d80073bd378a3f96789c0
  ed85acf2415ea48197195496f79af9cb2631f2cc8a311470fb862bf351020000
  00081aca8b0a886788daddf9afcb5bb0c3d3780353f6c51798eecf5f1901199b
  12483cc0e73153420635a107543e817ae1e80000000100000000000000000000
  000189f36188a11a2fab6f455fc732ba9f7b91f20b5207693f35ffffffff0000
  000200000000000000000000000200000004220cee548b6f37c07e3818de5e75
  352669fb3b5f"
