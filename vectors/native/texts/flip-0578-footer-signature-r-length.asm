# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  e54ac59762f60e99007da8527949452ccb333cf2fb35ff0671f89eec0dd27e7e"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A0GSduexjneXxv10S8bbwFIhq4W/WG/5ojDD749okgUsm4fpQOtRvApxOs3Qo4K1zg=="

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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c63af797e1f1ee75f27fa1241"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5c797f9e940daae2a360c262973622d4936b7fc1817e0b58f7bbc71fcc2eed2d
    8f4f637878b895ea05e9ce04814870d5"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  aefaf38a216e1ba59f249c93a0904df1401f478f2732829c1aed29af064ea7ee"

header_auth.tag hex"00a5bea6240bf39f6900473f13e58aa0"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"8edaa1e37f3e10c4"
  body.frame.tag hex"0ab35f2fbbefc9a9633170fd93315972"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"2abc581b"
  body.final_frame.tag hex"fa6f4a01b1087ab5e54acbc6547487e1"

footer.signature.length auto
footer.signature hex"
  3065023153a5e98eb11ea0438affa780329e49c264edbfefc7de817ff01198a4
  6008a7580f91006c57a6acce32b7485f2cb109b1023100962912a49b0512f808
  8987a47666b041ba32a5c85cc9b82f199de081d95b3a6d67376b21717583a997
  b9690390b153e3"
