# 259 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"56c37122b6ecc6a4e032aaaa30bf2a6f"
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
    000000800000000cabc77a2d99286c1531d24358"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a4a0889a33b9a7dfd62cf41c24c48d61a79b718246e2226c47ac0c4daba2cc00
    e3844c84cd01a63a458b63a7acbd02b8"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"ccd69ddedc1bc72ebe57da1c3ce8f997"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"a4678a117c2ab229"
  body.frame.tag hex"7aef3d11e43092b1e7e9a24cc6769d25"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"4c2d201fe237590d"

# Not read any further: the bytes end inside the frame tag: 4 more are needed @
# body.frame[1].tag (offset 0xf7). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"ef00913c190a32881159a41f"
