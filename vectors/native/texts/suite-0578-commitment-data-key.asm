# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  ad4c9680732ce0d7311ed34404b3256d3a863ecbce5e4cf2fde7607c5cd2784d"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Arviml5c4I0ODiukAEddaSodrwlrE1+5nuOLjxtG/d3X4HZlrul7DnGZ1Z0n4gD6Eg=="

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
    000000800000000c48814dee3e75852d51bc2618"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a56868408e84fe2f7633ac92167a180a708b0219ab128929371160cdd9f60ec7
    a37febda8e866fac0f3e4b44cecde588"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  c407f5ed69e1f4364e91e684a28656e2dc2307ab639aeb969cdd0363ff03f485"

header_auth.tag hex"a1617a4cc7c044fe986e6702f08293c0"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"3b36e2a99a1c90d6"
  body.frame.tag hex"07a25a1da7013e749101fcdf0c05b64d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"394128f1"
  body.final_frame.tag hex"05a062fee9c67f77a465a86393c28dcd"

footer.signature.length auto
footer.signature hex"
  30650230179e13691856d383f9093dd5a0b0dbb101128469763eef50f0289aba
  a4d60d720f5a050cc93a21a6c934d15de5accfdc023100fe5f89883da2837471
  ca97915286def6e3b8a47189823e2f5102fcba4b0f01772a26c623cbc9bf3a3e
  875b552234665a"
