# 390 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  c4411743af58d03cf43e291fb95dd5ac135ae24cc26896cb4da22e164830f1a0"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Ay0M46MV97/GQWqASlvfCqEZEHOCCklKwbUiy21wHeqcrxEBsaCJUIbgmxyaL761RQ=="

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
    000000800000000c581c7f0a69afaedcd472c4ef"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d975533d70eb327868140e738f7041cce353ec795b7d4525ba1ff31ee9cdd583
    b97780872690127fccddfd07a0f37622"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0fe43f2bd1022ad3cc8988acb4ea75f922bed5e7372ef364a4f170f685fa7696"

header_auth.tag hex"bfbbf5d828ea390b799c59225a376e01"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"17e995c50bf1d6a5"
  body.frame.tag hex"82d8110b63ccb8153bdfa06cce5d15d1"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b7b7792f"
  body.final_frame.tag hex"642c4a350a2f9198ecdfd0e430e5b6a7"

# Not read any further: the message ends without the footer that its suite
# demands @ footer.signature.length (offset 0x186). Hint: Fetch the whole
# message again: it was cut off, or its footer was removed.
