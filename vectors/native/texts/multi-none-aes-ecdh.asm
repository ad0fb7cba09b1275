# 472 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  2a11bf35e65f7269d196ee0dd1b28134f88f8bd3509345d01c866e48bc78d994"
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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c4b284af760dba969fe248e30"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    af17e633afc79d5370d5a9050e6116636cc86e52fffa76cd444a0959a7bf9db2
    8790c8029665d095b1dbbc351ffa2292"

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
    4b284af760dba969fe248e30793c39a24d4152d3d3faa4d601bb1ce752330c64
    b7200d16137e8e5b9a48c5f0d85ef1cce89f4ba1ed680cec847e58ba41dc3b7c
    2bc1c34d2d99dfb42effc59e031c69d16c4e556948dc563446b4d9fe001b60b0
    af1ccd28cf5eb0bdb5469113425d944b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  71a02199bf6835755c03e550a605ae224784995a01761a8293923bd73cce03b0"

header_auth.tag hex"796e9ea6d7ed33e5ef98828b439bafbc"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d8961b"
  body.final_frame.tag hex"c89316863f4f57631552a53a6c7f06b9"
