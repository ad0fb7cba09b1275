# 411 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  34c7305d2bbf40c2205a05563330633c60ede1512111c99b5d71c6100cf1e98d"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A12C3XDu1UEe/HFvXBKKNCuGDwyB03zJGvY55eT3sQmt0G3b6mib17e2hl/vZXi3pA=="

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
    000000800000000c9421abe9b19658afc3264dcb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b82e7a56d9eb870afaf7354c71808e8c7533da29ee15e1e4bb60a07f7e63250a
    3bd272de47eb6d8337e4cd2523d2ed1f"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  f944e69bf9b191bab4274cd44f504e17647002f73d88bfbf0a8757d15e172601"

header_auth.tag hex"58309bc98cc84fa17eb8af9e19f2ae88"

  # body.frame[0]
  body.frame.sequence_number 6762597
  body.frame.iv hex"0230063a8c2633fcea334d6b"
  body.frame.ciphertext hex"16d35569a228ecd4"
  body.frame.tag hex"fe7dcec0bc7a5d58a52261bd50e47efb"

  # body.frame[1]
  body.frame.sequence_number 3952453736
  body.frame.iv hex"eb7a0d696466dee136eb0231"
  body.frame.ciphertext hex"00b9120e4ac262cf"
  body.frame.tag hex"324f864b6afb7383fc2ebc23cc0a303e"

  # body.frame[2]
  body.frame.sequence_number 4166273707
  body.frame.iv hex"079e7264cd401afd2ee2321c"
  body.frame.ciphertext hex"900dfc48ab73a3e6"

# Not read any further: the bytes end inside the frame tag: 15 more are needed @
# body.frame[2].tag (offset 0x19a). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"bb"
