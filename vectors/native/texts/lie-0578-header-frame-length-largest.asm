# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  5988879093923877bd5e2a1731cbae52266594cbe053801f1445eefc06c70ead"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A5H5U53FbpjjsP4yQRlGN+e9ClxzRXM1Hatli2aafjsLjGtMs3qC0li5QleI6iOLCA=="

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
    000000800000000cc78c77cb5fea6bb75bd6a8d0"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4d285f67ac4158cb4b7d5f2120353ebebd26fd6ec9363e960a9260b8647d6a2a
    53a5ba3cdd1e30ddf7453ff939cbd74d"

header.content_type 2  # framed
header.frame_length 4294967295
header.suite_data hex"
  1e78226fa3045693f92b92cb66aaf4820b4b5eafaeafa0348130815dd52cc1d5"

header_auth.tag hex"b58befeb2fbd632f565236a1031e9bdf"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"

# Not read any further: the bytes end inside the frame ciphertext: 4294967122
# more are needed @ body.frame[0].ciphertext (offset 0x142). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"
  3a8024f08e62ab4ef973c880d0ee68e18563026bd5e2e39dffffffff00000002
  000000000000000000000002000000042984b06e44c56bd7520e9e912ebaff80
  a57a1c3c00673065023071cab55f03fdc93ddcab123d52a015bed3a5181a8fb8
  b304450ac9e3b3c23c3899706db4f81457a0559af60daff0b46702310081aec3
  c51aaede906f4c4b25723a4d7ca10033d98fe9a38e665551b9e112f2a67cb980
  3ee5679d159ee62ef55fff0ba4"
