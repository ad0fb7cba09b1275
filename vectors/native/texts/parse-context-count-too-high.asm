# 322 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"ddc6b1e4c1ca13d5868c3c8070a6fcfc"
header.encryption_context.length 41
header.encryption_context.count 5

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

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[4].key.length (offset 0x3f). Hint: A
# length in the encryption context is wrong: the header is damaged, or its
# writer is at fault.
hex"
  0001000e6573646b69742d766563746f7273001b6165732d3235360000008000
  00000cdf82f2a0e12ef4fd81131c9c00306ee5f273e02756c53f71ea6dc50f89
  6558ea8f2a58d70d1e8d60f7d33ad8ede09d3b97cdfaa15c89fd8fd1677af6f6
  bc02000000000c00000008000000000000000000000000835dce82f00226adef
  24fd534fc158d4000000010000000000000000000000018e4cfb58e763586346
  27c6fce1a0fc95746290a7c5f383320000000200000000000000000000000218
  629865e7a3360c6204477d3d38b17767154c14efe27593ffffffff0000000300
  000000000000000000000300000004a74252d494038378b6cac1e2f88ba73828
  6edc59"
