# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"187d63cd0b2e1d533a168a17b361ccbc"
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
    12d5819dcdca1280c5677ca4316722fb3ce78213295f823c8348cac93ba87a9c
    9d7174f609a0e7124f4b874ae02af1fc24e948773d4bb6f5302bd20216dd255c
    100792099ac7996b91b28e25ca70560c4ab3246512f00a2f580e838260bc3d9c
    d631b1a2751c0cac549576bb2a3275f54f81d782ca2b257837c3149189dc4d5e
    36167b50e69263e42647d9be7e6be6a204fbbd7bfd9a390c3683550a221a119b
    d7cfb7ba27135cc4a034f93d8bdccada6ef114ebfad47469e57ec231b555de21
    064d67e4ab2984c74aa1d941a0d00fbfcc3fc1d5e96244677dde4f8e74df2e4a
    a4365f90ffc16652cfb3dab5c40161f6336f248b655d10886bf0027ae1b98d00"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"06eb3e7eb68a4c076e6cdd3f7cc3cb1f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"1e3bcf"
  body.final_frame.tag hex"028a5ed72bc2ce088e062620c0a98c83"
