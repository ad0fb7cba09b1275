# 459 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  07334dd2ff9f2bad2edb4ec2a9e39160a60a64cdcb17f19b92792dcff8fec34e"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AmG3J/q88FXxL3A+VXrjM9qrd4Ln987n26MzvwNZ7rD/98HFHzZnTS4KJGmZsKt17w=="

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
    000000800000000c6d420fe45e33808ad9da4db9"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c94a0ce74b71044037cbfa442aacdf865aab9177abaf2d60b77d2c924dd30903
    707458927b1c750a405d80312aa58494"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  7a2ed0224606bbaa387c0fb16d6ba4eba027e1d3a4f84075eb7467e2b07b39b4"

header_auth.tag hex"ac3afdaececa83e42d6fc80ab4665170"

body.iv hex"000000000000000000000001"
body.content_length 68719476704

# Not read any further: the bytes end inside the non-framed ciphertext:
# 68719476571 more are needed @ body.ciphertext (offset 0x146). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"
  d1d99867a39bf81d4f45d5db12a5807d7306aae3f07cc8931d5e076b00673065
  023070d003d5eea9e85f7a66b8ba567d88e54724b1b88a7a1d7b946bda6781ef
  bee68cec794380395b08fa267603b2a1932b023100d7dd83b13d2eb6051313a0
  f9b806966037ea4ebfebc9db448eac1f1c520d19adf0b9f167f3c96a64f29d9d
  329f83628b"
