# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  42945e70eea2f8608877d382c3566053a4c3aaf8e00156ffbd49942e61cc254f"
header.encryption_context.length 119
header.encryption_context.count 3

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AyPFmY/qvPb3DefG7hRJwzdYBXehmn8PMOsQqw8lkQxXeJlAeSi1fDTRjkL+SbNklQ=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length 65535

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[1].value (offset 0x8f). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  746573740004757365720001370001000e6573646b69742d766563746f727300
  1b6165732d313932000000800000000cdec4efefac9dca7db6a4a81700307d69
  dc37bda17a2b728e2f156c8d31bcf894350ca98a74ab91fd66678dceeecb1892
  f1153e117dca326532523fcfbff902000000085d70e73d0caeaffa15c6eefb9a
  1b1042391eef5817ff1680179951681cdb2f5c647ce8ec245be7d6ec4c1bbaf0
  28a8bc00000001000000000000000000000001a075eb8ee9c1fc7b65a3947fe2
  b2a80d7ca40ba0c52cd4e7ffffffff0000000200000000000000000000000200
  000004d702fa8de595e8dffea08f4f7b4c64a7383f07750067306502306431b7
  7cf23ca28d9fc3ca3b9f7295592f70daecc7a53585add1e3951fb529910120c2
  daadbad127752826b10998b1300231008ce97ef9bab7caa6ae9a468757ac9bf3
  bbf252eb5bd32016587f6f7418c17061279d639929779777aec39256c751cea3"
