# 429 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"626186c7d48fe662c3d1435bd993aa02"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A9PNHk1Uoh2dvexje+kq57fJVeN8DN1SlPWhmViBsLtcOke/BDF+Kh4jXBd7QITG4Q=="

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
    000000800000000c52fc6395bd32d1f867e3cad4"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a8891f084238ce7b56b4ccc5cb8676d6eeeca17dd4e133f43dcfb978d9ca867f
    c145c0e5f749009c7ef506623f2c0239"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 7

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"f08ba2e4067649f12a839f895427bdac"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d01baa02925fa28b"
  body.final_frame.tag hex"fd7be3e10aae728dc3fe8dd7ee78aa97"

footer.signature.length auto
footer.signature hex"
  3065023061b8263ab0c1dca300435e5a0b8a532a2b7b7f6f7a61a2c12b04f63e
  17eab5cf1b7a1c7c5c479b77adaf968702504c94023100971269e53abe3a1729
  001b75475d76b178f47697ee5fa78ac5fecfc455301a8100e81abfbb65bfcd59
  7d85e9efd44141"
