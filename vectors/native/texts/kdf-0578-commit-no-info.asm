# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  bacfa8b6f8c1e142b3a8c49728ab10c675cebeca42710859927f1b8fd657dcaa"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A8wJaMzAeUCCxpmFiq1ZqadZITyoJbodC0X9FJbFddLCBa6/9GOeCVFrg2ReLrwgRw=="

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
    000000800000000cfc5283241cdb694fec5123e2"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    559095778d534231d45603bca120085e3322584fbbbcbb670fde9121432711f6
    bae16dd1392dc70897f2115dfcea9b69"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  d8715f9bed723c9599d11af8370dad5881baa0a2b7d277f95af1cde3ced561b1"

header_auth.tag hex"5d23b8a655e1db2e8d4075d4d9bbae33"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"37ad5051ebcdbeb1"
  body.frame.tag hex"7ae9a01b2ba552b59201c6e4e2062356"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"877045f3"
  body.final_frame.tag hex"81b1e4df9bf2268b8b5ac68515b65f54"

footer.signature.length auto
footer.signature hex"
  3065023011d257e17c56af3d45456729883f45b7a3b5419e7f583ea4f9d39a64
  a39f71e3e7651a33d46ac69518b01f5915ec930e023100ee331fdb0facb00427
  8f323534d98ee22ff5cdc363cc2e8e4f64bddcfdeb86b06b2802d580213123b7
  53f4bc19e9eda2"
