# 357 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"68fb3e142ed4ad05e871b880ac33a4eb"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AuTdJPCVxfB3isn8Eb3JSHExylZx0YtBAXJg7ebEZ3UT"

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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cfd7122881708c74843eb7fee"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9d6cb2386fc7df716bea7397ddc2678595fbd65dffc741c1f20de364df278815"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 128

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"f69ccbc6e08aaac82ec820604f6e23c0"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c2"
  body.final_frame.tag hex"d3c5765979e713fceec4119cb7b7e074"

footer.signature.length auto
footer.signature hex"
  3045022100e8f5c32662c460bd92345020dd6f28bf96afb32a06a10c18fb49cd
  67aa7dbedf02202ff2820fa37393b1be101e8f57840870c378b9dd834a0865d6
  3d17271a712442"
