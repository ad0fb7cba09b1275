# 459 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  caece2e5fca2714fefe1ae3eecf01629c96368a81fc4b996ebcab5a6ec3d5dd0"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AliDnWAft/MhnztLJjBxpPeXFrCaOdKJKN2f8ycBsYe+W+SG8XrDYGwqe+hVCkm4pw=="

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
    000000800000000cd125a5f7bbc2507144778c6f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    bcbf59daa53bdd6082b5329b69f5f5074c27aa335568e60291e74b01d22fe35b
    ad0cac42e76147bdff0cab11848f7973"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  187445d0d2110f89788a8c936191b120565bc8eaade9827deae26e61acbaff9c"

header_auth.tag hex"fe32d7ab9b00806062b8a6c912b33553"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"e12656f67d271484de2c6008"
body.tag hex"df58ab7eb908d179ddea989e86373623"

footer.signature.length 65535

# Not read any further: the bytes end inside the signature: 65432 more are
# needed @ footer.signature (offset 0x164). Hint: Fetch the whole message again:
# it was cut off in storage or transfer, or a length in it was changed.
hex"
  3065023050c0b24757bbadee412c1543849344f97c327198fd0359f0a8fd74f1
  f4f91facc3657e3541a528471fe8a80e1bc751e4023100eea09eddfbc2ec6f53
  e04ff74eba2bda4dfe9adeb05625ec44aac1ae9dc6740075919c7a5a0417e7fc
  786d8024f69626"
