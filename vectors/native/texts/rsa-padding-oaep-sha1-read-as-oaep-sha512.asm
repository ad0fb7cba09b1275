# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  c7eedf07cd18a30ae68ac1cca37fbf28294625725570c955cc16cd7d0a27bd49"
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
    0ef05c4f2c884311e51c1f9b3a8d355ebf86a7f724dcc2fd8b0538b390a46606
    7a60e08f17b0e36288123abc81a6660b477aef28c4532af9e14fdb9d1c9106c6
    605bc084abc768df0f6ea3c8f007746cde3bb106a2a14bb1523afb373ad13f56
    8262741cb7849882fffc627bd70a175f52dd3cf2b77e47438601499f5f945ff6
    8d921582f980add9bdbaf78784e487aa43d0242c5ab6a195591021292e8c63ba
    4d82af28e5fac082a8d12e1b4054c65e2851c02d37ffd67b4f2dbd93b9b3a872
    b7b004c2ab5a0b108993be67b70d8508b1837f7d03b7d0aab95953175dc61cc8
    e27566fd020852e60345ad94a6d410d0322b4cd757db94f4a397ec53c6bf672e"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  3a0dd0e815d905e780676f645310f4cfe76c390470284e9145c7a14721bafa56"

header_auth.tag hex"1ca1d253a6c7b2d476f5ca384f52faac"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e821a1"
  body.final_frame.tag hex"2c707ed149481c48996d8b347de41568"
