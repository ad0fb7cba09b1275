# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  7f0a8279ef339ccafffd6a91f97f4e78b0e01ba1b10ec962c6678a9c4523bbcf"
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
    000000800000000c89371d7d5e40ab8d82d262ce"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    eb4fcde6130972a5b2a19d6537446f80bb26a229aaf6c988ce1f210a237b51a5
    77fd29dc670b5fb07c47daebea50f534"

header.content_type 2  # framed
header.frame_length 264
header.suite_data hex"
  61a9c653790da3651ea7b09154d7a61559c044f437907430953ca4a46e0a267a"

header_auth.tag hex"cf0638a9001f17df12f0f4720bc8b4b3"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"

# Not read any further: the bytes end inside the frame ciphertext: 196 more are
# needed @ body.frame[0].ciphertext (offset 0xe5). Hint: Fetch the whole message
# again: it was cut off in storage or transfer, or a length in it was changed.
hex"
  a1ff5bdd7bd4836a0f8806d02091491842e534182fe790d2ffffffff00000002
  000000000000000000000002000000041eca198301532a0f68681f01bff8bd48
  a4c66d43"
