# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"6fc91654255441a67d95358c96b4a392"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A0G9SMvR7NR2yVghd1Ic8p9WNbUxVrSL9nIWeIfZEqMT"

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
    000000800000000cd4566a44e645aa35f506048f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7f1dfdd65ee10e052552b92457c81a0130517322d2df7b5613cc9ce4f291f5fb"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"2e3c68613e58c82f79e63f42b1922268"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"7a010226852026e0"
  body.frame.tag hex"fba89b8c8bca7af66e76f24d702ca724"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b2f367c5"
  body.final_frame.tag hex"7496518addd55799632da2f9a4c1799c"

footer.signature.length 327

# Not read any further: the bytes end inside the signature: 256 more are needed
# @ footer.signature (offset 0x142). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"
  3045022100cf0c40e0263e4b89c2f0573c30a2bd1cc7801f498f5b217a6c58d1
  e7acd97df1022016d95d63be6ecd0c9c17c2590e2505ffdfe19232fcd5ce2f1a
  1dc16935825f0c"
