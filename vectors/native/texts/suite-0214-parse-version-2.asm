# 391 bytes. auto: a length or count that is computed.

header.version 2
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"
  53b5f23ef99aedc51b5522774d1cefb453b5f23ef99aedc51b5522774d1cefb4"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AvrpeAYn0PhXJibKMOM3m8BLssl/2S0DRJyxOafUUkHr"

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
    000000800000000c8626eb0eeaaa43403be2b462"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    adca392da5dd1d7254e6b7ab9b691651587fbd532c5135f780dd961bd926e8ef"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex""

header_auth.tag hex"f669d859d50ecd3c6897a7f77b84799b"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"6f93f195714dec86"
  body.frame.tag hex"f2a043f4e6aa513935d922cbffdb2590"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"8992b47b"
  body.final_frame.tag hex"f45229b90d9ba48d9f0f78f74e62afda"

footer.signature.length auto
footer.signature hex"
  30450220370b1e572ba3edac2b0d728503ce6fd3be225ecaaa845b209ae85d1e
  f9bdfb6d022100ff7b323f9fc5cc8c4902c1abe7e68518cb0d4759446145e6e5
  03288e4e325d6d"
