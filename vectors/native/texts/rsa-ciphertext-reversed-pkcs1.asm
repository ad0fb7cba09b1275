# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  1d1ef5fbd1a618f3c6b5fb8069ebba16f5fc851ba5b022c75dbc0552b1044fdc"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ff258231e4ba582000ab797095aae21082760627bd63f2c21807304b93abca8b
    5845ea7e92edd88d4a3e1e76acb41030c21397b74cecbb8690876eed8ff54e9b
    9285fcc707afae6f1e287b7b7229a22aff636121559c94db7c153529895c9cb0
    1f76340a5bd972a9d23de1fad688a86e836ccbc7fb28eb069337a675c49dc394
    791a78c2091ab1cafa56093b0270ad6e13138cfa77e8c592c284da7fa739e084
    c6792a6ccd8c4ecc8b382b1e1d294f3c55310cf434e151739b89c76a4309a2cf
    d99c476f7b5da0daf7834dfdc79172dc85be8166221f3d662d358b8824614b7d
    6f3562751d64fcfac5595647b8424fd9e25bea127c17f09e9fdc08ee84b6098d"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  f46cfc8d6dd9c861b7275defabd084254f98b8d802be6bdfc0827900c02b5ad6"

header_auth.tag hex"9884a64c5e6de82f89914cad0d76afcb"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e92898"
  body.final_frame.tag hex"ca75aed5d1625d51e54ad7aa7206634d"
