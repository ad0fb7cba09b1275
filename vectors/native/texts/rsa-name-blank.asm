# 423 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"45b79e619c8af57f7653aa770cc1cc58"
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
  header.encrypted_data_keys.provider_info "rsa-2048 "
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    605295ea9d8e32be124be42d3aef1036abb407cf65a0b70b19dc5a8b55e3c613
    16fff5f079c22c4291a4375cecf5a6c818a5b9fe957dd74981f9e40b7d4c9366
    7da4beafacabe7a7b41e00e886ef4419edfbd26c78b3c7d46892b65c4c7d3560
    edea3c5c715910c815009c920b21ff5ce777a4cff685ad7f9d5f82ad031ad011
    e6bcf0fceee8a242a8dd019dbb93050261815061d9372710272c9f869676e727
    ecfc1176070f10ae3b828e56fc898fcf1c8f41266c744dce64491b2df7a9f784
    3102ad786adaf7e8923c85462eac244cce88f3465eab1c0c00e817c7e9f99ff8
    f8ecdddd93f2e50e5dda71742e14c4545a99a53d43d8b208fd740ce4319e3ef6"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"efab9d19ad74beeb15355932870f2fb3"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"ef78a6"
  body.final_frame.tag hex"dce66897ba9eb885046dcac07fdfa476"
