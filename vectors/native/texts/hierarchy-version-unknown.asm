# 497 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  20f65db7ea7fdfe35e38919ef395bde73b014a9c64c853b5f1f8dda35af5903e"
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

  # header.encryption_context[4]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A8rslAsyXyf+yu3ffcbUhgvLl7CTYVBcsdTBoPuShwbsBOPEfj9dzHygawjcXXtbAQ=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d259b686b2dc3feb575934f62ecef68c78d7018136453f679c3db09200000000
    000040008000000000000001d5ab959302e6c972f59d093f5e2c5b72f230e6ee
    5e016afa7d6b695a6eb302fb65da2b30b1cc992a2fd911c6789a399d"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  54617379feeff8f183bca554f53f16c74ba50f8152c58c49d407d6837c0713a8"

header_auth.tag hex"0451022fd52c3a36d6b02cdf071773b3"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"11c6f8"
  body.final_frame.tag hex"8390c8e8854738a9e98e4a39f4045869"

footer.signature.length auto
footer.signature hex"
  3065023100b8b0ecbd360f944ad9a45b0c8eba91107342fdf191e690ef7b7294
  e327ebf3626ae32374dc35e876e89533cbc40ea10402302bce04a50d7d60da39
  0fdc8b8fbf0dbda552c815c75f5e409f141b76e34c4faae123b30f151003e974
  c8196028a6408c"
