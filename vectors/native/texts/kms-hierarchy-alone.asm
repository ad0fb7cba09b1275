# 489 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  8479ef046ea61d0cbe66a8fa5174d804783f5456ddeb2a4c65acfe2648f09eb3"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AkfecrLcfr9mMyu1DiHv1ulvAvr4aA2pzrZ/EVr9RMlUFsvtvX9j1900c350+w8upw=="

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
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "tenant-1"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c2d697d90c9d0a9deedda32373c2c853c990aefee0ceb7c1424c008e817544c4
    30496788ac22e3f9f889c746330bc1dbb1238e3971de0759f99d0df993249601
    4284af3f1c45215ec324caa75009b16a764a3553446fd98714b5727a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  3b2291f149da2b7627c023b0ddfd472684d3c54da947cabeedff4e4330466474"

header_auth.tag hex"e76d1cea508770033f892f030e2f43ce"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"8355d4"
  body.final_frame.tag hex"807d6f1115974bd1733e6ef7fcf3b968"

footer.signature.length auto
footer.signature hex"
  3065023067d92c0f60c0e8262f2d4a92c64e097815672babc23deac2e585f8c4
  e1b62398fc8f6a686869f99ba4780de2448be3090231009254e6d7a1c2655f2b
  c06681d1cfa365bdedfe4de60a488c4c6510efbd144ace5751eb0ae4315f0d18
  7f72f6f7d47f7a"
