# 635 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  0596affa0b1a7153321c6702c952a9c28794ebdcbe38b5399d990e4e8425d087"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A4SxWzmNKnUwvp8EDa/AYniHO5cQOV+ahzQ+AjB+Df8qI8KVitllyajhq2wT4AWoKA=="

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
  header.encrypted_data_keys.provider_id "raw-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    010000004302018a6e89037143f96a4d37f8807408fac2cc700631b15441409b
    13cf87554fddfa8f66f66ad16b5950bf7d2d6309b89adba58541e42f5fd777f8
    34be8bbb1c413e9000000043020072e0cad01d578773bbbc0edc75cd30ffdfd9
    de6acbe716ac110ab2ecc35bdc88932fd127bc62c19065ade86982d6afade5c0
    34313fed817ed57771895a4c9d3f03"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4288da5b3e54b61f24cba7f208efc0b4ac035e27e4eae50b8c52088431ceccce
    0de4a0151b7960ff9fe1721ee680ed957c8d42c1731b8561094a2f3938147757
    382fcad604279b8e68f66fe2373d570b9ac2954089b5d453b3dfeef0dfdfb569
    c7526461983aca8ec83ed58ba76aafbe"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  70bda9ef4367afbf6dbffaa11f921ba54df17e205fce88abbe7ac01f2837bdfa"

header_auth.tag hex"936dc733dfa427cc3c9519628baea59f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3086a9"
  body.final_frame.tag hex"c0a4701de0c95e6922eaedbdfdfc0cd6"

footer.signature.length auto
footer.signature hex"
  306502301936b1c03a2b44c4e6efa1b41e83a81a3512b6e77f89cdf34ea02220
  c683c85e0e746c417e4272473d0c4c830b6f11fc023100bd104e67f5d4fd2039
  441013eb1b158a44755fa10b51150eeac7dbb900c2e378e7c9f107a1acc52a10
  c4ccf10867a1dd"
