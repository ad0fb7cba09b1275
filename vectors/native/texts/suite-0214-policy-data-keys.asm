# 472 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"5c5ae8055703390cfc65e0bf7e4e6af8"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A62EaROJjB0V9ML00oRzH31aScBEmC7AFfUIMua4EEGN"

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
    000000800000000c8b7cdb368f815f2288e0addf"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    93b54b5ec52eebf31bfb27b7b9c168c930022a3fe1fa4905a48ae69ef77f6e69"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c8b7cdb368f815f2288e0addf"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    93b54b5ec52eebf31bfb27b7b9c168c930022a3fe1fa4905a48ae69ef77f6e69"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"8de0511861500f4c25730f555567b768"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"fa947952e72f5599"
  body.frame.tag hex"9be678159a2c7394b75e28fe6385ed00"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b2ab0647"
  body.final_frame.tag hex"7b327611c2756cbca08f8d38779ef0f3"

footer.signature.length auto
footer.signature hex"
  304502203fc535e4403c544d3cadf98a6d105373c5e4fb8b14fa027d7646566f
  63b12adb022100ea1699f3f82852e7a50eb6c767fb540aaf2e92675eeeb26819
  5de8ff2e7ba129"
