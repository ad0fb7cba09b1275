# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  bc12d1ec14924d435e092ed75c96b03f84b35cc0dcdceb1ac34db340f9d80f4f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A9qSJTAw+gZkQKOAvOO+JqL8MMzUnDYyNFufEfbCh4Sz06R8u0aPBUF9+1QIP1WpUg=="

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
    000000800000000c3da2e2627aeb6deda0f4280a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9c514ebaa2d40146c2a741c425baa0ae0a86873018ab3bec950d1fffb4afb116
    83549746ae0b422136504b7b90ccb38b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0000000000000000000000000000000000000000000000000000000000000000"

header_auth.tag hex"04c6af8f1a2e37b4e921854d53bf975f"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"19073c5ed987fe30"
  body.frame.tag hex"aacfe61d8f8cc57ad165b646b862c614"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"67e0996d"
  body.final_frame.tag hex"3295bf5b9176895fc8f0d87a0075b90e"

footer.signature.length auto
footer.signature hex"
  3065023100b7a01c87a27e767455d64ba5c3699fc115bb759c6f2555ba82ff35
  eb25a8fe8320555e98210f0bcfbea21b437e066c22023037d640a34b10156da9
  60d7dfe49cf59822229f7108ce0e8e8c4665fdaf5d32675ad145e5061edc45a1
  3103f1d27e096e"
