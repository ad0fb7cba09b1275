# 271 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  764dd6bdf3b4602c86a783aab836ca26966c9d348024d7d70c6353e4deb201d2"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    d0bad0bbd18ed1872df0908d88000000800000000c133625b4655ddb8d8b1ab0
    38"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7d7942f2b6a989c564304bfed111c257bce8e1a6b9907f8e1eb7566231c35d5b
    b5718b93da885ee57cce5dbad97f9fac"

header.content_type 2  # framed
header.frame_length 129
header.suite_data hex"
  a17b93256b41ba5b80bd17312ceaf800113133b2afd5553b0709937fe7be2a4a"

header_auth.tag hex"ff3e636bbc3d1b888e1133ca35c7c74a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"72d4f8440e"
  body.final_frame.tag hex"e4a30c56cf6aa0ff1c7665e0cbb23ff3"
