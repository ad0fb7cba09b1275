# 494 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  b74980b59a90aa7214a694f8130b7be1c43bc817aaa8c22bcb638b4be415a371"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AgRIDDYd9QNhAuyV4Lbj6v/7lGGdeaMfhJE6LBJisvzFKUvIvTkRsRvhYt+FIwjjQA=="

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
    000000800000000cdbe284282433cff07436079b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c0c8db16ef8f3678c22eee40f90db7f83ef7097c1dc7e4d4735f052f4101a348
    96b7fde81e0cd4e95d3a63c5f0c9e850"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  f60c4444ca8b9bca83b821e4991e7a58cff77086e772aca2a08e624ab7edd000"

header_auth.tag hex"b03614d33c4172408a3d6803a8c011eb"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"e156e86c32c6e7e6"
  body.frame.tag hex"2f54dbfd038744459b37b18698a2b33f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"19601512"
  body.final_frame.tag hex"660aa976615caee2c6e1a390d3514b11"

footer.signature.length 26416

# Not read any further: the bytes end inside the signature: 26314 more are
# needed @ footer.signature (offset 0x188). Hint: Fetch the whole message again:
# it was cut off in storage or transfer, or a length in it was changed.
hex"
  6502310090c0f4fb6c7e93a0539bc43b4a9b1b29dde61247bc1f989745a334d2
  640ea16585b3ec4e1d47ca92c3120ef12c683f76023038edc967f4ff015f7f09
  8a6832d1e629ccb82dacf4094a479a898fdcf5d66c683ef6d462fae872343f17
  1d301fc0dd3e"
