# 451 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  a8556a44f28e14f414999f72c2342f2f3a9d934ac7a4887c5fa0aa38828ef31b"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A2mJ5frE7jQUKZ2vpl0t8C80hY1PCAYkR8aGQfGnFl0+a31tBF53fj4nJJ1t49JP8w=="

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
    000000800000000c317903d2bd59713584fe4137"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    de53fdec471eb1b27b6c431c8ca5cc3c9bd61a706ec7e5ca40154bea68e9f52b
    4af35f20b3a7c7953c2f049aa71a682e"

header.content_type 2  # framed
header.frame_length 0
header.suite_data hex"
  d3efdc24a268e52c2a95d35c91fde5567a068dc33e0a8e2677a1e8ddd8343fd3"

header_auth.tag hex"38097619373708315e605e18f52af07b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex""
  body.final_frame.tag hex"5285df3d144abcb080951d77a723c513"

footer.signature.length auto
footer.signature hex"
  30650230707a55a57c60d088e295661f7a455f1df8b0fe701fe1f10f9f9f3f7a
  ca9876238bc4c49abe079d6be76b2977874cab68023100d0ef56a04d301ab256
  bd423c6989ba50f158d995192cf8e22a40f87da53d1e34d9e789b79e27288415
  642612e7a3e2b9"
