# 451 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  d2f891246b8fa7a0961dd629eed8d4af27487232300d2fa4b95ae8b42b316877"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "added"
  header.encryption_context.value.length auto
  header.encryption_context.value "later"

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
    e010f55f108d03d0a8d5cf4b7061a1c5c02287934ccba420f01bdf1575de02f0
    454993e702d24220224be2b618f4f87bcd33757f218a207aa75e5737c29aee5f
    3812b6ea5c1abcdf518d877bd76e7acb7667b573d1ce8d065a0916e82311aebf
    91d938263a943a0b9fda1d700e221df5"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ebfcfb890746e9ee50e761f84bb5fd8e47d22950ff56732666408af2fe7dd104"

header_auth.tag hex"d626e034be64f3638db199f88942070b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b1d934"
  body.final_frame.tag hex"d73c4ce5b1faf26b1674c2aa7f80312b"
