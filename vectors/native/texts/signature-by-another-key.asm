# 542 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  c1c20b3e77271c945d7775cbec8aae6d2a7353eff79c5b1f5afaf89184d0e90d"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A/I1mzlp7/h92e1ROWa3RIkTtLKbPY3E30xa2+ncBDFQdbDfWya+brtXLfjoIoq3Tw=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c8dd35030b557caeb0f22fee6"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8b214b199f4015b76dab9d931a375454efded13c5978e94a3e14d02bf2592488
    85f1d4f1fbb6d67e631e4c729fcc2e27"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  d953704a741dd2079f9b11c97088cd0d5b5bf8fad3379929a378f537bfad1628"

header_auth.tag hex"93278a8de2a5a307cf4916f742cf4001"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"303a8192402b2442"
  body.frame.tag hex"26a472a16d85bc29a04611d70a29d2cd"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"87c51b17bf978f90"
  body.frame.tag hex"6a5140b1eef1b1fb89c48d02c0f49fcd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"df49c191"
  body.final_frame.tag hex"3d80bd7b58ef2c39ed027a5714414135"

footer.signature.length auto
footer.signature hex"
  3065023100cbd028339ab01db6ee5d2383db131a786cff596acf585acd1c6d14
  507731bb9878181889bd72332fa34691b5eda6238602305c1a334e8cdb1e8a44
  dcb3cdcfa344de6c9a9bbdc76a0f79cac226f832d06a5a4de0fb5c94b4261e13
  51736b126f4c05"
