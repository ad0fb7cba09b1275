# 478 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  6c0b8808ad7c4524a797812411bb60f5e6c8d180d6eb5d2bf89b2da12941fcc2"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AA=="

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
    000000800000000ca6231085729c403491d87b45"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8615da2b0dc6f5926aa1bb1c77f2634a0a8aa58ef9788b5fd5ff13eae65a2a14
    5bf3b6ef02201cc1068d5b05582ff86a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  5df0507b5db722c705b97ec924b2db6355c99dbcbd916475a2ac7d484a112936"

header_auth.tag hex"48f379c04e3ccadabde33891824fb145"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c14c2fd331a3f00b"
  body.frame.tag hex"11ce78147d20c0ebed90ed12d716e3e1"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"1d82400e3186015b"
  body.frame.tag hex"d4c6e104e6743fdbbe861067e6a1abea"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"535cb026"
  body.final_frame.tag hex"2aa02060a079c83e8bdeceea2607ae0a"

footer.signature.length auto
footer.signature hex"
  30650231008a184de82f2fc42f687cd048a7f99d1ee7bc7d870b06d0f381519c
  f44179197924cde9edc9b8752313557aa2ba95e5dc02304c32b2e66e1a6637ac
  3a897e76c0115eb4f9438a5043bba0b1a79ca57ee8ccb5e0e58e37c3b6da0646
  a4de1ab8d9d1f8"
