# 459 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  a85151fafca4558e7333a2a2facf6030bce7067467ef3d8223935915416de54d"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AlO7gh813UXoZdUy46GZn4gONDhAH4bGCtonsgIxzCW3N6/6ok5ZVEBbr5ulqfvs/w=="

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
    000000800000000c8eb66509694e5246fd72a84c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c3afb5b5939166fcf75db198edb21fe6e1b6108be8540e23d5688f86554d6d20
    4c06e75f2a2ce1f5b02471853086a4d9"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  8bcd4697a7fe6abd20ccdacb342093557f108b1ac9607c07257b61a6bfbbb63b"

header_auth.tag hex"18fd69dd4f374dd443d07f0cee4b43bc"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"b1debb75e2167d4e1e31a6ff"
body.tag hex"70f39550d0cf669252f41a93616382d8"

footer.signature.length auto
footer.signature hex"
  30650231008e5db3a089a0f0dc7936f824ffd89185e826e73aaef54e53dbb8ff
  2541878d7e7025f8b5f7b3fb5a6f7182d6d5c2d7de0230282c62b8fbda4e2212
  2b1d24535f7c7df8b38503315f89ba60ec09f36a2e87a014bc0652434519570e
  2a55bd54475525"
