# 505 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"294d84604de4c66ff3ec7a261a516dbe"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A3WMVep+J7VIgrivOCr+urCUfqVskmCRRpfRa+3i9paavfVrpWAwTBBpxwXY9+dhXA=="

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
    000000800000000cfb01da247cb3976d1dfdbd80"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6283798ac125dc318c0b9bc2c183856a355da8244f986b4951d29a60a3bfce93
    2897d6dd6159a1028afad9f83f14860e"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"59984ca8fe863c21b3e827f20adadd68"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"96830f258f290556"
  body.frame.tag hex"10a23300a286baaabc75f10673c14978"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"7c07451b4ee3b057"
  body.frame.tag hex"39aab98a97614518fdb3fabf825b077c"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"ee886de1"
  body.final_frame.tag hex"23342e2e541ac81ca361d396d98d7888"

footer.signature.length auto
footer.signature hex"
  30650230505ab9eab0440f3452ad50154c3633dbdd7631453c0943e56c4c8b85
  866ef0d2b16a856642983b00a6b25453e3bea76f023100ccd582209c5cdca15f
  3770c30e93cc4e9a0ad4807371837ff1321723ece9fd0f921d7316b03aed74e8
  c16e3f3d601b79"
