# 569 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  f3553bef69efc137bc4282270da0288bee136dfd1030e7f1c7f22531db9ad6b5"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Am6WunTUO71qaK+Gp8IKQ6gHqRLXwoH74CHsfRygrHcAYTsmBYvvck26rDxoeFx2YQ=="

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
    34be8bbb1c413e900000000100"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c1070df0f4eee698c66232c6caf72b52244202eb68bebb1502bbe98402c559cc
    627f6cab64871dd85df02610e3a7484ae756a9bd395a76c4f13123ca443c6f7a
    50619ee31ac1f3e60959391ef9af717cbfeac7db104ef6e687fd2643e63526f1
    7e8e4e5641db6905dd9cb69a57a76a2a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  601b10ada924d62ab545ef261277bdc9e41d46a13da8a093b12e23a1e5eacf95"

header_auth.tag hex"dc17540077360069d732b27595e2e240"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"984d41"
  body.final_frame.tag hex"c4cbbe1f9d9167513640bdc0edd3b52d"

footer.signature.length auto
footer.signature hex"
  3065023100c705d466e46f52169252287396d83fdaad1d3cb3e384c58f76e7b0
  808d7e6ecafcafdc3a4ded2528d66d0d28ae71e07c02303aea497faac1b968ac
  f67a9ca2532c865087544721edddfd94f059348372425cc7fa8b2cbc8a906230
  436436e179750a"
