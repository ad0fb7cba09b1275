# 261 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  90ff66fefceb01d589ffaa5ee8aa130bca933538e01692854613632e2d0fc57e"
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
    000000800000000c6a06f5a073305bd3c3615286"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1562af729c7ed4433dd596cd9206ca878df3512fccc15c212a783dd45adfe2a0
    1f348d7cab87b349ba6995c6b7adde11"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  de72892c2694906cb0858aecdaae84e094b84d710f163c2186ceafe10fc530e8"

header_auth.tag hex"5cc5e88787f5e86b59c542d99ac9fb5f"

body.iv hex"000000000000000000000001"
body.content_length 68719476705

# Not read any further: the bytes end inside the non-framed ciphertext:
# 68719476677 more are needed @ body.ciphertext (offset 0xe9). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"564377f0e117fe153692aaec173787b759a7034f31db206c752447b0"
