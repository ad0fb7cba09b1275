# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"37441ccecb2434b8961d12e092e6835b"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A/+nHUClsYVVEPQpgA65qiwEK3eq3KdEYOb2xG+/UvrLlWaWzg2LupgwuHXYP7Q/tw=="

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
    000000800000000cec7c07e0b650edb873b08f45"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9568791b7def157cc9b6c6d281061a829467a11f90bf0e12cb193e8e130a281e
    f3788dd3ea9644fb759e1437fcda5f07"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"89026d12dbe46dfce851f03d8da7a819"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"be19628de4d70a12"
  body.frame.tag hex"5a2418d3e1ca32ce2bafd94b278aeb6e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3f197e53"
  body.final_frame.tag hex"2176d3b48476ee5c4deec56c41ee2604"

footer.signature.length 359

# Not read any further: the bytes end inside the signature: 256 more are needed
# @ footer.signature (offset 0x16a). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"
  3065023016289ab1b493670c2179117548043dca71f8d3a44c91ca6e8dddf28b
  36173cf6f6672d0fdfce01bc7611906c6ff44170023100c811f49e363e180e95
  9fc8ea140e0e15a8fae810dd4080f49affecfbaebc8f5147a13aea9d1509a8d7
  e2ab750ed6fb53"
