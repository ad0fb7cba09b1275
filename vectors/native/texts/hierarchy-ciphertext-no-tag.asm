# 481 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  1779204b629ceeae123f8d5ed7e7a372c5bfd4f5b2760979bfc6d17fb6ae4ea3"
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

  # header.encryption_context[4]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "At7dvmILAC9jW0F+wqhyJLj3g5caCZibEa4QqzVmzy1X7rPAR9j8T8zD5lEC9KlqSw=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8b271f0558c85b98d55c4c78bc7940cdea145e2fadb6cc03ba8e53ff7e0c1a52
    3d4b4f6a8c910a1b2c3d4e5fe3cf7140807e7d96f9029043959bb01784ad33c2
    913c6dbb32b1ed5ec97be4f0"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  fcd2a1606d54667e35347c433f0a46713642749efd9575790ce81f27bbe6d66b"

header_auth.tag hex"3edd49e1a1383b28c8cb2c2e9f95589d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"04ddb4"
  body.final_frame.tag hex"834e81113839ece7f63232f487df013d"

footer.signature.length auto
footer.signature hex"
  3065023048b5761d1f00df97ea43ab3f4ce5bc3687a7fddd473906af254d07bc
  28d9ed2a440a5c7965ed997a428e311fb69bfc340231008174d6f672d6202f45
  b6ece5997f22ca643a0e0a7edd705df4095889ff67a3a9f70ec7bfa1a98b40fc
  448f307c3fbc74"
