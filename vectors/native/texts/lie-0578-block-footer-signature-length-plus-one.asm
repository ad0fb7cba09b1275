# 459 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  637e46e42f3d5f357b1b4a58387c5d03bc0e2b5b1fd43b9232fa1ee4f9a41732"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A3SGO2UnliRF5DkcKe9GXcPYPFfWXcUO9cq6Xo/8YdVY9U9QLqNaHxZRhe8hcVEeKw=="

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
    000000800000000c25ebf59babb7bd7d0d586ab0"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    eccc796bd764921a97fc23df2a5809155823d53f19f81a6023cf3702ca6683fd
    1c89dcf072da37cbcd112f7c263f9ebd"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  118c9027fddef71f5d009ceb5e5161a122ed0f9a727cefef5d75d94b0006d807"

header_auth.tag hex"6ec03999a5fab468676e4cdcd355b009"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"121187296ceaf18402510207"
body.tag hex"fd39f1d35f012f26a9dcd258d76e37d0"

footer.signature.length 104

# Not read any further: the bytes end inside the signature: 1 more is needed @
# footer.signature (offset 0x164). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"
  306502303d43d10df4015958402a1290570c624efa6ef33a208c68bd10d0c2c3
  bc264b43e2a83235afdb6b28f0542ebd170f8d0c023100c7e86cf28221eecafb
  39e04a61f53ac5f94fa1f47fcb13fc82d6f085cc6c4de8cb39f09b386b9f91a1
  c2546ec1b571e2"
