# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"2ce3e3fb4043ad0b3ea63045529c7c05"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AjhJ6sA5FgVcpC7b0jvguvyhJeii8yeRbubi4wgziuZa"

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
    000000800000000c1a7301ce5941cdff380bdba2"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    09766b28df679b80a67433144f3732fb9f134fbadce9aac1873c3dc30a055dce"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"88363d6e0919382fea3cb83924f72b28"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ec6e4671dceeb45c"
  body.frame.tag hex"5543494fc493c96b2317b04225a7c9ae"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"8a843ba5"
  body.final_frame.tag hex"3eedb6f639584c65422a01fc09426e7f"

footer.signature.length auto
footer.signature hex"
  3045022100da6fc1340a813b52f3a79c3caffc45b948f9689c4e3d04958f3d29
  c379d54afe0220038bcb6a59826eebb998c10da24d7dc87abb711f134d905437
  b56c9ca2a8bc54"
