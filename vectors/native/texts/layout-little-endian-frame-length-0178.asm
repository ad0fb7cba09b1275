# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"75da355deedb41b83dd232034d7607fe"
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
    000000800000000c5b678c62a54c3e2ca2a92f97"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5fe3ff174b48abbb3e6e28f3ddabe42291db133ce5830a659e1765d017770d3c
    1fb1efc1a5c8620f627571efcdc7fe43"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 134217728

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"f8151442fd652200c60aaa444f538509"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"

# Not read any further: the bytes end inside the frame ciphertext: 134217660
# more are needed @ body.frame[0].ciphertext (offset 0xc7). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"
  09914c95ecca1235794a4655916a0d804cc6accb902e8f3dffffffff00000002
  00000000000000000000000200000004230ad7bd855c3bc6354e703665e2201f
  8fea2eea"
