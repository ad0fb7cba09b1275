# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  021d6447093af7597bba54f05db62ae5226651e9a74ff04fb58c7424d6820fbf"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "An1USRyEGF/c0i5r0UR1efcUzr3YqkR8bFQwbJzYtAutxWSIEwryBpNrXGlWyQqBvA=="

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
    000000800000000cd6ec50b94cc363948645b1c8"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0edcc4daadc710ef1b9aead8df3eca79a926c4cccd848e7119a3a76e6f40b42b
    821bbbc77c0a9358f47ba3b6455c6da8"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  b34d4a155d6e956b47017981e016d9e67181629056e2d3841b1485be5f535b00"

header_auth.tag hex"2cb3f3d2f10e6e81fa0cd3a14cfe96fc"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"739a9eebdfdf393a"
  body.frame.tag hex"1ab5e23d303ded14d0de44b434256d65"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0a2c2b6dede179492b"
  body.final_frame.tag hex"4b1762838b6f68422720e20067306502"

footer.signature.length 12401

# Not read any further: the bytes end inside the signature: 12303 more are
# needed @ footer.signature (offset 0x18d). Hint: Fetch the whole message again:
# it was cut off in storage or transfer, or a length in it was changed.
hex"
  d009a81c3ce77033d5a56ae0604f2d613e2e333f1290fe2cbb4ed25591381aac
  7a28d90502e144e40fd07af45a390802310086956d4a7b9ac028528f4d8f1808
  1d399fcfd961fe324105a6948b5d3ccb651f82906817bd310ba61065eec46ce5
  8ec3"
