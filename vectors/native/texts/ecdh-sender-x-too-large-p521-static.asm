# 437 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  c475a6547883190cb22606094ace9b42d5fdfd549ef65eaf0ba1e3dd0b53e4df"
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
    010000004302018a6e89037143f96a4d37f8807408fac2cc700631b15441409b
    13cf87554fddfa8f66f66ad16b5950bf7d2d6309b89adba58541e42f5fd777f8
    34be8bbb1c413e900000004302ffffffffffffffffffffffffffffffffffffff
    ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
    ffffffffffffffffffffffffffffff"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    51cdd29acae8068b93ba399026e7c63765b7cc1a8fe686fa256a678adbbea315
    267cbd17230a3022c6a299eaffc907c4cf267427b1fec9ea6926bf9001e95d9f
    7bfe812bd08e562e8cced56f133687073f5908394d464a58914b46a0101f45aa
    a2450b169afa623f27d7ca67848e0ff2"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  bd564baa61a869fc016aed0bf3c57ac20ac01a96b9a1703e598811ccbccc1de8"

header_auth.tag hex"7414dd576cdea798a0d10f7044d3cfaa"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"cf5431"
  body.final_frame.tag hex"46db9f37dddeebc80ff6a843d528df14"
