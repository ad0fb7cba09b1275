# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"fd23a11a6ea8771f1edbd8d1288df06d"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Aw0rW8Mnp6JMgs1X5S35KBkG7oWLQAN4HstGjTPYeYMwvLs1X3POLDA7s3354yJJfA=="

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
    000000800000000cb6468825c215aa2c86af4ca8"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b68c3580bbeeaa42adeb7a705074b2348d757b75c67940351b9f72b336f5ada6
    045dbb98dec767c658e0116edd839e19"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"5b6c3a6061f860d0496516b1"
header_auth.tag hex"e0ef4d50000000000000000000000000"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"74ffe6f1dd2f1497"
  body.frame.tag hex"b00179ba0444b5fd68c42b6a14823780"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b697a722"
  body.final_frame.tag hex"328f9a2809c9cce88f6dc04877b3920b"

footer.signature.length auto
footer.signature hex"
  30650230148d1dccdcf6270162b51511e23cae820027e60006b83f6621328e76
  555390a7f1b980b7153d05fd5867f7ff542820bf023100bd32615f6ddaecb6ba
  f45435b45bcb48dbd37674e6898e3a66ecfaf7fcbc3080120ab941b8b03decea
  6345f89f10a799"
