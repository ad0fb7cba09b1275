# 437 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  afb60fce630be946f26c02ced25bca3b5fcbf4f38a86d33e53ef6f2bac9d1aec"
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
  header.encrypted_data_keys.provider_id "raw-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    010000004303018a6e89037143f96a4d37f8807408fac2cc700631b15441409b
    13cf87554fddfa8f66f66ad16b5950bf7d2d6309b89adba58541e42f5fd777f8
    34be8bbb1c413e9000000043020072e0cad01d578773bbbc0edc75cd30ffdfd9
    de6acbe716ac110ab2ecc35bdc88932fd127bc62c19065ade86982d6afade5c0
    34313fed817ed57771895a4c9d3f03"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e46ac63ca3cbbf84a53ce72c3903ac323a67bff870386cb2d6393af8fcce179d
    46f50998e37fb929aa2fd1f2ea950c97a0ed4dd0f907507e57775245ba6c382e
    51895145073c5040be69d3a990c9dac082b208a7213d1a77414b6f3007241d08
    db242ba335593a7ad97c936ee32173c0"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  dbea5ae0997a517ebb122bbbb9dd6de87d24dc4f183c86359df3587f42f64080"

header_auth.tag hex"895375e260dd9a973bb416bf9733d0f4"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"95b88d"
  body.final_frame.tag hex"e37c905ed8bb0a9e6874cb84943bea86"
