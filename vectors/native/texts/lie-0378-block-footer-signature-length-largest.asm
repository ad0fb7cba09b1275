# 429 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"6d785cbf7b8f3586e5c9ef52daf0b57e"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A7PGFfQlxn4KKrZ17/1ua6WVx0GdnIBn7IjXC3b0kgez6eXR6xD7MgpzuEst6I2tEw=="

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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000ce5a009d75af0dbbb8902a673"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2d9f668f44cb24fc8cf063214ceba5365f1a136660eb34631f5e993234a3f81b
    34046c0391a1cb9590d61b23ab9338da"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"f94aa9d5d78d675cfa631ea8037fd54c"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"5da70a2e0b95c8dc8facab71"
body.tag hex"c10be61ee3450946635cdc2e5d9a6ac3"

footer.signature.length 65535

# Not read any further: the bytes end inside the signature: 65432 more are
# needed @ footer.signature (offset 0x146). Hint: Fetch the whole message again:
# it was cut off in storage or transfer, or a length in it was changed.
hex"
  3065023100985337ed9b3cf90760eb1d768c564d8910312f2e3b0b27a0f455d9
  79b2be83c357cabcc36a12de317bca0db87879d16d02307f00aa84545d2ea87c
  04b420fe9f9ca14e0107a36aaf453748cef48d2bd44063477e8da280fee47b6c
  8317915dbd6c99"
