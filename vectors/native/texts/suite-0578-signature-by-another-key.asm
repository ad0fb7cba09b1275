# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  2ff95486117a614c92edd89f297a019ecc313ee1d50c1d24ff570c2e570da2a5"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AxFVWJP2DjamSTC+VrrDXKpoaN9GETPAnovniildd9Hyy6dL0FxZ7v9oTRykCwj72w=="

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
    000000800000000c32af8920b24f03dad0230f42"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    756731477b0b6eed84a1708bdc22bfaff13bf7178d0a3cb6eeb879baaa6e4d7b
    1ca67689d805ac0ef5d10b83be271340"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  b7971b594e4464365218eb5082cda7465d7ca321de66e4de1599d7436154bc8c"

header_auth.tag hex"8a255ec3604f9a8d01f81881bff70c1a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"9aa54318dbdbcfb8"
  body.frame.tag hex"274ea6b4b8bb2954171f0448c0a39a52"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"33e04918"
  body.final_frame.tag hex"6e413033792648392dd7d5bdede463fc"

footer.signature.length auto
footer.signature hex"
  3065023051717873912a8698c4c11411e8911bf5478962ed2483a7f9743f815a
  4db5eb768d778db4501ddcb12ccf16ec3492832e023100867c9135ff84146d30
  3a133f9a2e7d9e43354cda95a0f64d86bae8fa3e24f40b89f145f854f7a551a8
  dedb1fe410b1fe"
