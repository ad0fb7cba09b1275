# 231 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"df83b21ec3499f4b04e70c805ca2fd5f"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c43f572d1e31e2f2967cb3744"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    652fea503515fc881a6278fa68bc4d80202ff28e8adebb520487158749e4fa21
    ecc92ed15fdaaa27a90bf09a79ba1ed5"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"97cd427340e2ea4c3518c1a546a0c57a"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"7b4e4aec6f454d538f9cb9097a"

# Not read any further: the bytes end inside the non-framed tag: 1 more is
# needed @ body.tag (offset 0xd8). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"c350e606a9adf56f6ac441606e112d"
