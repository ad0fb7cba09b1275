# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"f458b5a0c078bd1383c1dc33fdb9f826"
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
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1fc3617a334d79846c549649583411020ebdf071e68cdfb8d2e28956dffbbfe3
    449ee7ac666ebe1b626a4552ea514dcff59fd87f40af49afd1ac68edfe8da046
    d227fb54b9ffea679579d158b639ed3772372cd1f62f6b85223f276a6af3a797
    7f789b58d09bad655b64c6cda490a8f04e027b40d7a5240ce9fe1dc3479670aa
    e17e585dda4cfb59fe4f383f4f0314729267d57809ef0b09e4b3243d1cc95a3a
    f8e14249555641896f221193390d65ffd2db9cdb4ec7f0e6db028309de9f6259
    27784901493eb8f54b8d8c24b4a59959d61688bdbc4152e2510d6f63a1e40d59
    bc744fbb9e2080a6d4f68d9c72ee43aeb0656718710f4e0fb4d0357920c5afa7"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"33ce6d5982901f14e8d46b5b91f78cb1"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"21ffbc"
  body.final_frame.tag hex"595e8c9d7fcc2b4fbaccbf7497cc1336"
