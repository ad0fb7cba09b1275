# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"7306b2f21e6e8bab6e33c8e61c91f4cf"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AlMACm79gkog9GbVhzsbuCP5N+TjkNBCjRbNIXDbuDxwaCax/K6hElDYDp5qBJD9zA=="

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
    000000800000000cb9f9c16a8d570b766a0e43b3"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e0559ba81d7d3df8eeb984d1c06cb98e073a3024a7d2378b47f48424f9412bd6
    de412838b138b028bb09c0db703455f9"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"5536a9cee4d3c76e40d742b674207959"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"dccbaa2946b2ccf3"
  body.frame.tag hex"651eff23bac77cefc1425a86c8ed563d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length 67108864

# Not read any further: the bytes end inside the final frame ciphertext:
# 67108739 more are needed @ body.final_frame.ciphertext (offset 0x154). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  9a6b6e9fe17fcbed3ad9e2f23e9f64b1f1e415130067306502307986ddf52152
  3d832ea12932e1baa36224d3820b355561dc302e8ce7fcfc963dd231c70afbc5
  7ba9f12837d5ef32d874023100b6e7eaca5b61976ce429ac3ffb21bf490a32fc
  f3e2b3337de0a9410e2c5e719cf94114867ed4d774149ecb0ef0d4ac27"
