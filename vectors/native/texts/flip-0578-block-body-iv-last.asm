# 459 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  e23b753a2065719715a01a3a4ac7fdcc559cc0a8096a26165ae052b01344fc5c"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A1f5S+bt9VpyEq1N38LoC6Gx4l/ID86b2R9QtISP4ZNeVvwNBEZ079GUPGiE1z0GAw=="

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
    000000800000000ce9586227c134e53e6e518011"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    db4696203be051bbc13ab1f943cb1c36f5693dcc9a5730febcb8e01b70e73446
    de7e3e168a0726c9996dd234f45e7aa4"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  19a26c3dfa01060d715282303484aac07d494b86e5162d8f77c3be161595fa75"

header_auth.tag hex"b230efa7f19bb347b1135e65cbe102fb"

body.iv hex"000000000000000000000000"
body.content_length auto
body.ciphertext hex"1e431b4f17d7cbf024317c6b"
body.tag hex"82e5e4a08e2e5dcbb2de7fe767fdc8db"

footer.signature.length auto
footer.signature hex"
  3065023100896fca1a7402dab340ae9283f33cd5cd87a0cf85727dfe40a16af6
  c6b020eda51a3fdbb76a10797668d1937ab2eae42802303f92dede5d9a2ea228
  67d56842902dfab1b94a21242cd96753f7ac1fe642903f49266fab3d0a1edbea
  a7959ebafd5284"
