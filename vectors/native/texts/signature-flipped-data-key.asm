# 542 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  2d8a434fca94033b8197c5a383755ab4d0e0b13a74d3cb5c46927a857613d20a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Alaytoqe32GcuNLZ9fDJlG8FMlkYSrX03lCxP4LQbpE9EjGT/QtHHySXUDHHuhMToQ=="

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
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c8bad912b9634208591d3ec27"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    69170e2d8e041538dd7dfa7a5f4434bb7446cbed16aa59c4b9aad14296955254
    1612013677f642f6c67dec57e1915abd"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  9c9675b04b25a36e3edab04353d3ad65afcab0245120a0e59f1b6f36b594eb4c"

header_auth.tag hex"a4e3b734c752c2d602fb4f32b2220659"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"346f5fc758b7b537"
  body.frame.tag hex"c0931e33f37e81126ff258ab0f58ef16"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"c702193e66afff57"
  body.frame.tag hex"feef67538fe76e711fce030a4254fbd2"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0002ec14"
  body.final_frame.tag hex"958af452ba5cdcd10a7619d4fb64641a"

footer.signature.length auto
footer.signature hex"
  3065023100c4cd9757c2f92f84ce666f5a5823dc7354923fca5fd7d07d4f4190
  cf5e9f6513e9df3161875e260944fc6175f60c5c5d02304c5eb39ead1ede89ce
  c79c274a7ef181907052b9e54ec6de66486c9563d00c347e14176664488bd7d4
  6423d81321a00b"
