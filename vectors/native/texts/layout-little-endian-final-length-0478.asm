# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  68521d736b3299b79f7b391dd5922cbe539cf4b4049f3bbf70513f9eb1b96a99"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length auto
  header.encryption_context.value "7"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c9161bf0630575c7f6f76c755"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    747e8a82468389e0aae9f0cedc61d034d6d307e13c6966664ef1856c6e05c52f
    84401fcef589eb6d69ac6b836f1d9430"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  674ecba7cd29fbe7be14dfc0f6b945db5bf11a46f0996f66824bdba9482ae2a6"

header_auth.tag hex"9f7438663aa34cf1dbdbd09feed9ed85"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"d08d230724d67ca1"
  body.frame.tag hex"3968cb80596470840e98e9650b5e8fa2"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length 67108864

# Not read any further: the bytes end inside the final frame ciphertext:
# 67108844 more are needed @ body.final_frame.ciphertext (offset 0x115). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"9ccd47eecd3ffc407bb9ec7bf07d2914b4eff9c1"
