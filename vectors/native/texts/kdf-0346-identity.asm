# 457 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_192_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0346
header.message_id hex"81005c6b2abae6d99c825ff7e4f7c437"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A7TJWOF1BighgHPsz2EN/nyC2z3dZ0VmVqaKp+YcbqQ+SM8SHN8xXlDugLHD45iHSQ=="

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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c675b2bb00756d191415c1b2a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5ade6d2484e1038670db2a956031ab4e188e8e4912134271bd27f4923299d5f3
    4f99989b5f10e46d"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"3d9edd0e469eaf7e9ef74afe27deebbd"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"04e9f9d0bb47f794"
  body.frame.tag hex"45be5c764d3919c308cf785eaae61f7b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4450e0b4"
  body.final_frame.tag hex"570ab34eecd4fffd17dd8f704eecf31f"

footer.signature.length auto
footer.signature hex"
  306502303797b5aee3270e80ff217e74240cb5a30b1dde641f5210d34981ee38
  e7fb56bc388c66e6348976d11089132a8b5770160231009a2ea6a4fabf1ba12f
  f8b021b6399113bd9fddb930d910c8826c815095e8c2603e2ef5925bfd8669c6
  d896d99b82bf4a"
