# 535 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  1c1c5c29535539e8c361a46f6d0f11e3688104d8f86c8580d06e31552e8c5dba"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A4MW7SoqjTX6KGIJdS0c+OgTyMRQBmQZaoIU2vllRq3JHsDs3GMtIBOI79VObNMksA=="

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
    000000800000000ccd8a21f9a03a49e991f64c62"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7981df3a1eb14c8499f9b233a53bbdc72d882d843e8041f36002f0086b865104
    61c31d1299b7513c423469e062e47165"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  93adb8abe7091816bb9c3c8a25c31dcbf7ec146dabca84f630b1a0024ff14369"

header_auth.tag hex"2f4b3599b66037d5acd3d3efc9721f88"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"2f847d849ef429ab"
  body.frame.tag hex"c139b3eb8ddc04cbb3591879771ea4c6"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"c496e404ff302a8a"
  body.frame.tag hex"91e9a4ed187ae26ddbdb9283691c5f06"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3d157172"
  body.final_frame.tag hex"4b21e95f115d97943c357685a7b56dde"

footer.signature.length auto
footer.signature hex"
  3065023019d70e79b2af69e46668c5be391dc4daaba6f69e3b9ad1509a46a29a
  0c76d754cf52b8ecae06511c402f79d3b59ac99502310099b494428158051631
  6eb9791d8cc3b4ef28dd1559193b6a9be5a935fe14d705fc56a6154646e6b562
  5ca8d9dcb5a9c0"
