# 745 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  8b555324bdec3941bf950b3d33814abd587201a44f2bb39a1549ac7a162ebd32"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A36o+lw5rPJ38p0b0lyYa754i7T/k0Yi66LrEu+ipV270BledMU3MS2ZC5HuaKlMmw=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c9b1ce4b549128ffa617a3646"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c1bd47b879ee3963e53a9d7169ac0c7b6055b99b5e4a5b9aba1a8a85cdeecbe4
    34c341919f0660d8df69b9d20c208bf9"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0147e7ab35f2f65ee9338b23d0bb56e04e1589900a0f9a30d9df95177f0618a5
    30f1910176ace327acedb1c8e20343406eb124a6b2bbfd30114fc036ce92120f
    ebc01be6694fd9507c68d18b40e87aa5fa37413570c2e5cec716f60066f05e5b
    60e8200909a825a59154c733ac1dae688df398815cacc521d8cab49086fa0363
    b6b5c5a1652013d50076ea0c4437c7ad877d197ad873a906085afbae707431ac
    7ebb81957cfa41c922c29730fa7bae1606ab84a5d9f8df91d1bce5e12581b1d3
    379d926d9ed3d67da4f899f5ab04ab414428e1d7d3dcc4880070cbb53b25f306
    e343d56b612ce39c818b434cacd5d70f24c67475e1403cd8234a34e2ffaa1ab8"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  04d577c4706470e93aea41b7985d4b6b4a78fc795c01d9b2542d4ad8f45c0eaf"

header_auth.tag hex"2b4f64f283e891ca7c2c77efd7aa2d88"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"2f6144"
  body.final_frame.tag hex"66db02ac3a99f1d42d3557556d901445"

footer.signature.length auto
footer.signature hex"
  3065023024d8ca0afe05281ff25f847916bd027e9f85ca40f299e4b9bdc64c28
  22a65b58f21f35c503164789aa877e67c0e34a1c023100825438e41f97578660
  9293e1798bb5b0cad5f896e59b8cf94a6ea7de5316b73c5ad4c904f47828752f
  26230334a3c6e7"
