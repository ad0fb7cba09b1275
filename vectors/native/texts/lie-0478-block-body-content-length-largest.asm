# 261 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  13e0527c187f5d40cad22bb32cb9621857339912d876a91694b3da0fbbe0c49a"
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
    000000800000000cef9be26374a2a0dd9e792136"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1db4a2205a9ba2f7a230ba3e696c475bc377ad90e1c3c5cdac252cdc0343a1b7
    e9bd1acf6abae667c71660fb45e41509"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  fd081354504bff00a7ce95d98c04c78f363a12b24ba5f0411052ec44f31a6b6a"

header_auth.tag hex"de84dfbe4c2e42dfac5299e6019f283f"

body.iv hex"000000000000000000000001"
body.content_length 18446744073709551615

# Not read any further: the bytes end inside the non-framed ciphertext:
# 18446744073709551587 more are needed @ body.ciphertext (offset 0xe9). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"ddc7642c3f1220ee01cac68a2de63fef1455ac773211463073aa5007"
