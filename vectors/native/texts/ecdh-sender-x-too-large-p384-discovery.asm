# 434 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  cb941bfac944947e8c7a9530078d3f13edf45e0ccbd9aed1b5ba2491b9713c56"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key hex"7f"
  header.encryption_context.value.length auto
  header.encryption_context.value hex"01"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "ключ"
  header.encryption_context.value.length auto
  header.encryption_context.value "значение"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "～"
  header.encryption_context.value.length auto
  header.encryption_context.value "wide"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "𐍈"
  header.encryption_context.value.length auto
  header.encryption_context.value "gothic 𐍈"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "raw-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    01000000310250658248be50cdec5f6385ddf23b780168b03057ff0d93ad4d26
    18106203da66ce214dbb59d5c0378a2226aa4dd2d67d0000003102ffffffffff
    ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
    ffffffffffffffffffffff"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ebb263a1e26048277740457d55a9918f0124cde988d439bcf9533d5b28fa3f6c
    fa61cf824520e9db24240ae4df22c2703a8b7bc1400a67916241be9c8086a187
    fd086090266b5d2542924f5a52be73815bb03df2e231458035f35ae0405f1fee
    4fbae60a7dd5d5320e29e069e5e37a09"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  65aecfeb2e30b83b44e4f8634e1909695f476e6ff936e2c2398cec22e797185e"

header_auth.tag hex"2ae57d1a06011759fa7ce889cc309a41"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3bb7d2"
  body.final_frame.tag hex"fefbf03c9053f8ab42913db72c3d5f9a"
