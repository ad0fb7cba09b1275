# 661 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  b35a46e13e12f15052d850d3f1e40940f6509af5eb178c4ea909ea7d881f0a43"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6442374de97843b11c0b010a6dedac49a3288fadaabd04747221d989f0482c95
    8c9b1665ac77b293df6ba9a7753c8966c3d6c7bff71ea3f9651d8b19104308b9
    2322c164e0efe7fade40dc5c615a94005aaca1573ba0d2cf69b785065e15ae75
    a8fb9e897f3978212562083f8e922169bbeb1f4bfc6d1366b444af03a5bf9392
    73122e49ff6fd7f1b88b6d05059e71995381dc7ab91dd470f747cc73e820dbc4
    900ddbf2fb7ef6728c9d3f904cf22d97d2abf970e83bca226e8850d573dbf379
    0217f58206a92417efc64f838be57f346b0e2f5f2d766b03f06ecc0d2d50fc4a
    7de395bcc90ac6892dddb7a8a4a85f2fe794e5841619eb85ab84ee8f91638362"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "raw-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    0100000021038802c86e2346b7888f0ce7cef8852eef9a2c1f2a76d5fd4ffcab
    84d531b53f4a00000021038536717e3b2f6575bc08a752a7fc85495f14a93564
    1e13793cbc58c8813ba09d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4b5ade9b3013f83c23468368613055e9dd8a79f2ec286005e3bf161acbf1d911
    54dc39855ede0d3961a3fb02a654767a5e6632447a5ade5c8181ba2f5d285780
    97cf3147f3c9e08f6fbf1369b9a9b7f17e7acc970a98ff3b4b36fb3a94e6ffe4
    21a5d0f9319665d06bea7dd16d19beed"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  d567a495c16eaaf3bc570b88a2dd47f0650ad90b1b6ce423477ea06b2c971bbe"

header_auth.tag hex"5edb05e529cf9ecb2d3b1109c0c96977"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"5bdb83"
  body.final_frame.tag hex"b82e97c80fa2e17eae9fbb0b4a17cbe9"
