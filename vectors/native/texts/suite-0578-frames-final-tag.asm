# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  0f53d9b1ead7f13c39d84bed66255dc7d195956efaa82bf77669dca8166424ce"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "An4CwWheLejS82OFm88KyFPUJNTX07Hipxr7i1QxRpj5b/2Fzoc4bK5RAGDgsnLcxA=="

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
    000000800000000c0b2eb849b22567b03f8a5d51"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    83b671824c7166d2b72a2a663b5fd22fe847c984177fc4cc622640544ee30436
    ea8fed0a727f96957dedf4c042e5a1c6"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  30585d2cf5ffff1171cfbd013c8432e4a66f1a4224e810b8ac78432983f3f836"

header_auth.tag hex"922ac9caaf2523b8551fd1a37dbe5c3d"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"0364947af80b84a2"
  body.frame.tag hex"3686870501488adf9d4074464b29be4b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c2ef7a47"
  body.final_frame.tag hex"e395871adc977c7eea2c872fa1813b11"

footer.signature.length auto
footer.signature hex"
  3065023100d14769b4e74f09ba69f5ab81100cfc554472589008596086f50f87
  89ca35afe918b0d5420bbd5d6b71dbd2979c80ffd50230083dbc2ef600ed9eb9
  c85be5a9f5d3c9e384aadf747c791b96a986cceafcbff83ad9138277758a94fe
  fad48dab253554"
