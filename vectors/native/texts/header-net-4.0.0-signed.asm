# 520 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"5444ff5f9821779d55a57423e59f221e"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

  # header.encryption_context[4]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AvltXwC4qgJ2+rAjoQPtVoolROwU6+75tH/LlPFQh1MxOVqWAOsyMT+s65quh2O2XA=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c43d6d4e4c46381b1f409fcda"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a0a61a47b31d44e94b61f75a7d902e3460b94dbc3e1803391ad351dd267e6da9
    5e3ffa431230beecd2c8cc4ba95818f8"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"97e6d71bad2ad3dce29ff112075e78c5"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"00cc3277402fa57d"
  body.frame.tag hex"d44da688fa578837952c6b5db5c8eddf"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"c09de210b9bfebd3"
  body.frame.tag hex"49420794813b9978f9932d92f58fea2e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"59057cb2"
  body.final_frame.tag hex"2817fbcccf9514e63328cf9e7d448984"

footer.signature.length auto
footer.signature hex"
  3065023100a63cf2b34d0bda3d723a92940824b98914f194de7c5a089f09a156
  ac129c3db153312daee11bd7c2bd6b2dfda377adc202301ce010d25bb8dd3abf
  fb08dd226e741ab4cf06d48d86aada717727bfb13e6d298dcafc73aeaa0705f2
  c5fb6ad16cd0e2"
