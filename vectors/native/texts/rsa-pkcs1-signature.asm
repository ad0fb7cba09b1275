# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  e286ae366481a1e44d5256d2d94bce6530bc0e6074fae0502024068428645103"
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
    06d44ee36a0ab70f88c738df1103941955e69245b1e65ae018824def1d45abad
    bd5c0549b4ec7613b43814d977a95a55e3da15163759c9c777c512a4d4c04c32
    ae6b2a029bba6f57321f4d27fbe0074d2187da38967e6e7f51f5368576bd3390
    43cd1eb3e76bd4433a84833d187590c8b43cfa53367daf13093e8ffcca6d5728
    fff6b93968ce75a9afd6524998b59b62af09b7183fd2490965c1bf6ffdc35063
    ab3a5e3a7f35ec7c76efc0ad11fc78458e1f55800238593b2a344d9e80680f7b
    0f6c1f1abb5b96d37b10b4fafcfad7485850dbc6d0886233525c469b7337e255
    d9cafbaac895441abfa38074175c2fa3fcf4c266fc3b090b60cf04282439b807"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  9bc3d7d241a3e973af5fc8a81e01d10bf44a4b9383124eeca8152365d970a1a4"

header_auth.tag hex"2fd1243db631538af0e04c6b1a3ac0d2"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"22fbd1"
  body.final_frame.tag hex"f259ec10954074d29874cbc33fc4d0ca"
