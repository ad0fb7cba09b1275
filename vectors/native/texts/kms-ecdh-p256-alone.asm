# 327 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0114  # AES_128_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"3576e8afdcbb649457edcb141ebcbd72"
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
  header.encrypted_data_keys.provider_id "aws-kms-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    0100000021020653d9c9da46451628ca655b5e76f16f30b53d734f24be1436ac
    1765a1bd8bb70000002103bfdab5dd67368c38a1ab4a79b50cfe2bad12abf8b7
    9aa87b4b414362019b6ca6"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0ce7b4ec114a11f91e01ab4776fac3535660412f86cb71785541350542750de8
    c8667a73158876c9c17761be34c63905b77193259ae638529c6881ad3b87ac33
    45cb7af2cf1949df6ec05bb068e51bb65da000f75c43ed2a5ef9e6a6f42208c0"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"ef7b1eb83317ccef09b87e1dd768ec12"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"28babd"
  body.final_frame.tag hex"fe7387df3f44c41fda8c8caa7a4960a7"
