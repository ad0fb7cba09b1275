# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  95f8b9d0eacd1b699d7cfa56554c10aac4e76e99c1981308f53dd6d7a92b2b83"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A/X78AVdivxEugNilNDlb0zp80f7NRDfAN7vNoXBAuYdgHSmD4Ph5yjs+dZ3wRU0VQ=="

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
    000000800000000c1a296faa9135b613ace00155"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ffe7ddecafde8e73a18a83e58b02ef8cb4fee78d96e7bbba27484f7974e1e95f
    bec4646a3efc931b1365b77c8f483c49"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  dfc1dd04b9bb59bdd2406bdfef627b1bed2e24392fb952668360364975fb7607"

header_auth.tag hex"b9f642b927763752718e563ee4f71cba"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"39b9f6b2fd81b0ee"
  body.frame.tag hex"a54629a73ae6696fafa3ff189378a593"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"63719d22"
  body.final_frame.tag hex"383942e588efcdc0b99bc11b94655fe7"

footer.signature.length auto
footer.signature hex"
  3065023100ad770afcd316d0c794468ffdfb0a3a91fa509844900abc1247ea43
  66e60d18ff989d2b0b3dba5dcfe7fc48124f4b362702305d94c0045d024bd33d
  d2eff1abd6a1ff5471014ef27b26855e9cc7e6d2dc2223316441b86c13383d29
  59e0f700e0bc18"
