# 590 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  726fb9397c381c1eefe919d037ce25679c3a600895c4a66f514615da02da90b8"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A2q3dNJMXt3LWZTHefaK1qKHcuWRxPYvJLrtsl8aJTH+kl1Ti3dxmbxT7SgcnZPLGg=="

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
    000000800000000cf5e0befce26668a6db9234f2"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7ada04785cb37734c4ca9681792805e62fd4439d8cdfc75a4170c4e582a05276
    9ca85dcac1a29be32a1f911474cf0ddd"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000cf5e0befce26668a6db9234f2"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7ada04785cb37734c4ca9681792805e62fd4439d8cdfc75a4170c4e582a05276
    9ca85dcac1a29be32a1f911474cf0ddd"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  128d9c64e07000f65964ca53d8575f40de58e7940eb9d18bdc84b9a76ddfab26"

header_auth.tag hex"1d71cdbeed3e00b7856e85f0633d2beb"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"5de567137562a942"
  body.frame.tag hex"94e6f6163f520b595531efba40515f53"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"71dfa286"
  body.final_frame.tag hex"b66676f5773a93dcb2c74e0fce336c24"

footer.signature.length auto
footer.signature hex"
  3065023100f664ba84e0776d6f55a7af5a06be74f854f074baeb31a04c4a8fe7
  f2b70d2db4815372891d4d896a88d2f568a711f65a023076b34f3ceb87338f52
  3c77cca0aab44264ab70cf16f6675024bfbd4fbe381632fb4bb0c4376997d269
  7e2ae14556c98a"
