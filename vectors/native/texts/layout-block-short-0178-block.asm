# 230 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"f5bcda3c9d00b32472a68b5c6a203630"
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
    000000800000000c4f338213c681df65482939a7"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    48eb90e7637fcdf16ea07fe73a4432bc9939b8e651dd2292fac7dafed0756e64
    41d63b8c611ab356edefec6ec86a33ae"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"9784aa889961687f4c08821a6f954e8e"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"85a73c175acd3e57ee6c54b1"

# Not read any further: the bytes end inside the non-framed tag: 1 more is
# needed @ body.tag (offset 0xd7). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"cada3ef6a91d5881bd1eb957d62cdd"
