# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"7be65bedb80abbfa9c0998ec2067815e"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A9fItNU0hPM+eZyuDmgEHR51E5oUr4cz+2QIKMW1irTQ68rDGJEdk70vCfi5Z6zJGQ=="

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
    000000800000000c2f370a235d9484e51606d1ad"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1d10c2dfca5810083535839ef926ea8e21bb66a05f92bcac9aff515ce3c09385
    060e604528b77c5b15b2c9cd13cd2ab8"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"c571b68ce0eab0df240f83491fd03515"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"7486f22e1fa3f6ce"
  body.frame.tag hex"cbef3952158e8da06c79ba64c3067190"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b836fd18"
  body.final_frame.tag hex"b52fc3e7d6c5251233e23126482abb92"

footer.signature.length auto
footer.signature hex"
  3065023019d883ab7323f15636102fc9e19e7960b94a45902f0bbc23cce12f5e
  fa190560155c44a694672c535cd216f9ec5a2be3023100e5d2432c99e6d33fea
  5fddd1104c26b1e752171785b19b80b21afa586fdd929605ad2e993ff83ada20
  4c190ada955d07"
