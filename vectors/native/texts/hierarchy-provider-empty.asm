# 480 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  146a3f7476eb07ad0216163942efeb3b7bdbdcf33c2533663edff7ea2577c499"
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
  header.encryption_context.value "Am9/WlXp+KBk9IiDMXrAjRmjMmpqA2oi6Uc8vU6ryg/Co3Rlnx+4QuRG5jDFAlKvqw=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id ""
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    f04b819c79845b5d6b5ac039c3c6a66c7db5127f6d90d59cb539e7547e0c1a52
    3d4b4f6a8c910a1b2c3d4e5fad642d5659938f71fc3841bd09786bb2cb4634fc
    db99edb2fda93125f0a72932c0c020bf503687b4c795a0cc989c8b76"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0886c2fc510864f83bc9ff107dddb6857a3106fce160d6b49ecfbef6f06fea2f"

header_auth.tag hex"cd94f54a29a04e2b87c293dd583d5bc8"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"90b0cf"
  body.final_frame.tag hex"7fcdc680378f981a1c421c7c86906acb"

footer.signature.length auto
footer.signature hex"
  306502303b5221c8bda597905644d2b841ea1a8ece08415247c6cb89ddb699fe
  a2be383d25171902256ad7dcac36061ef935c876023100945f8a91fc1db5bd13
  914e7028cb657dd6c29b5111c9896afde7c7e1082be737952e35191ad82512a6
  64034ffca687cd"
