# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  3e1648a1278d029e21a75d7be340070e13ba0152090c5c1322adfb22fbf56f0b"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2c91f6f499584623e38d844d7be8c1c11677652f84ad209b733a24614d76a364
    fbd886e99d8f5b277894032686c5b3d514e1cd549916f52c2477280499942dee
    a2c7ae869d09c9dad715031725c88a9b19d82d3e5e064db1e76e53038bf743d4
    c01a4e0aef175b9228cc52addd0c89b991748b760bae449ea2280f5d9fe97eec
    972a8afb9f1744f4eac03d73965b36b0970032f59803d2c1ed062a554f7d9e7a
    40dd04e393d07864c6f4cf3de0b7ce02a15de8cdb79229034190e6630e400004
    f171a28d84f2ab32740f69ef458a53f2b24cb85bec259b6efcee85688c3e7584
    740550a021a9d864a329a91614975bab6c07a1e870786c157a4feab7dfbe8201"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  03fca0a3795ad2860b7984728dd75e52105e0092337967dbb14a21d2aa7a74eb"

header_auth.tag hex"63095bac1d5490d825c4b9c257856f45"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0ff737"
  body.final_frame.tag hex"49542eae535e6e54c4f978583fe9830f"
