# 459 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  04188539c0cb51259c744681cbd262590f565daf85528caf12b963c941ae88de"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A0mBJp8hlJ8/rFAqz6VJ3fYN8oqgB0F8BGQxSm5+kknNDvO58cdPooOcSmedHXJIGQ=="

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
    000000800000000c63faed9cc3ddb7f5d232ce4f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b300e6bfe5f27bdf9a04fb8b4cd5ad1385b804c533c4d8e530b3798c52285d9a
    38d9b0de7da835590bdff8e878cb47eb"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  3231412fdda1e41c6f5e15cd5397d45eae4dec59a04f82198ef4257a3ed2f80b"

header_auth.tag hex"16f272ff2302afdaf048006a5c3e512f"

body.iv hex"000000000000000000000001"
body.content_length 18446744073709551615

# Not read any further: the bytes end inside the non-framed ciphertext:
# 18446744073709551482 more are needed @ body.ciphertext (offset 0x146). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  2ea5fe2a385bba55e2054350f1d2a784041da458f847ddb0d7bd551b00673065
  023100e82dce6898ca4afe01b20c50e87b7c9b420b949030f89d54a864ec2c59
  aac038cbba881d6b27cc901e2cb1775092619d023052c0da55599cc875c95406
  78bc4cc65313a2daab3e8d63d7fe63054f82bf6b87d43900bfdd32668bd79604
  08ada90712"
