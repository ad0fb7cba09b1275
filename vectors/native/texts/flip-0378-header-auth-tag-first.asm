# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"b948138c6d1bf57c4238cac7e8180628"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AwIUr1vVmcDV6nkq0lM+83QHSJTAf5Oo5wVc74kzNtO06x1Ika3ZN4FRFtrZtA1s8Q=="

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
    000000800000000c2ba07e471257dd5b16c3172a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    da6f71fbfc68d2c2d432d44f38c85dcef57d20f305c349b77e24c26dd368618a
    b298c343d29c9db2e64ec95278d25a70"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"80efad730b14f97a950a1a01a969b54d"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"5a134b9b11f78dbd"
  body.frame.tag hex"152644eb497bc11cfeb06ce129310ec7"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"94d59b5e"
  body.final_frame.tag hex"9c4304b2ca387006de98e43f562f61b7"

footer.signature.length auto
footer.signature hex"
  3065023100e19f8b9b5fe0cacc9e28fc78ba0af6b8f5873fe3e155afb0c6ba25
  295fa70bd385883ebbbbd9cde7354bdd3d41f1adc7023015624f728e561a6e35
  faaab89b3f5f0dc660de33b06dd00b95441471319e6c50c25f40ac0fac481fd0
  b205f89b7c47a2"
