# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  b75be10cc7778da5d83714ff9f1bc067ed8f200bc5b520205be7ad17d4dc6aed"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A82ca7Tmo41qsGawv/4O+QGpNIaLoyelwe+uC8EbXWcAB0GCFTFePFhHZnDgTIWo8w=="

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
    000000800000000c18c092900dff7ff6bfb6d89e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    265b2d2117737029c2f0918da0d188b0431068281bd1f0553f2d11fc84211507
    1190b2843a6da9c2a0cee851dd6b0249"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  6ec81d420a28bd6541b8b64bfcfadd161576f392f6d983549b865c99d57b29cb"

header_auth.tag hex"4e32530ad246376653f1846ade3ecbf5"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"e3b2146e29deb4b7"
  body.frame.tag hex"f5d84cee76506a6bc129fe65790dd824"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d5326572"
  body.final_frame.tag hex"163b4803d3815ed687bac8f550af81b2"

footer.signature.length auto
footer.signature hex"
  3065023037e25444e754b02ee21aeb43c51540355f4e634eb00ec824aec658f5
  d63afb53bccfb3efd06d117ca69d0c11e3752a70023100eb5563e7c115acd3db
  f016023447c9f735f61c4d2be9f0b4cdf2ca255caa1e600c3be28ea0e5135de8
  64164ecee9e874"
