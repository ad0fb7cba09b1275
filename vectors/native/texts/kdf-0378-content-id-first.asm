# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"5aa863ea5b2de04ad36aa4abc317ae69"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AtVNw8j99ER3Gjj6ScPN0lWqnaxIZ2kKUxjqT6agj2dR0mXOcjbRP5uI7NXZLxLiRw=="

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
    000000800000000c6e74b84022cc8efe9b2419c3"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c7cc31add10f071c7a44944def6a50c7061b89c2d5454fde529fe05015631466
    fcf3ebd24fe785e6c99c01b5ddff8580"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"a3e7082a9364b774a4604a19f89bf1f1"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"b0ca69f3c33e9aeb"
  body.frame.tag hex"ceb2a886cac79549c13296a47445ce2b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"897a16a6"
  body.final_frame.tag hex"32f3416ea16952104ab11e11537d4093"

footer.signature.length auto
footer.signature hex"
  30650231009b237d543e900d662754cd2f6b6381132746ecf962a793a8e89fae
  6dd6176e9a495d7815d4fef7ff0bd2173dc2444bca0230728d6381e9d6bfe3cb
  9b002867c12301513c43f4fa3703288166fcd6316500f6a466e75d911cbe25f4
  5db80400d6f030"
