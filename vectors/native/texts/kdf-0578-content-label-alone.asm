# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  ce33d7d2e4ee186e8e9efbfb57c9d2e89db2450253a1534ebf6f6c4621dce185"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A125roJkokMKqbmcPg+yggY95rZ8QaA+A6WWDxaD35dgbP4F5btNxQSl3BGYd38xtQ=="

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
    000000800000000ccff8b3af5503f8725f376911"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ab1b358711c58064d45ff309686307fdbacb29b395d88a6106a1ed87e401ff3a
    a17a5f55be41c99216141b7a3c61317d"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  5f078051938a4894ff8b855e0334484dfc91c3154faa0f9e6b51c7a3b6d01c27"

header_auth.tag hex"8c59881f77804d756ff49e48fcc642da"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"4133df0e7040d9c2"
  body.frame.tag hex"746b2f2d8a3368f1e462f7be4de377be"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"65085938"
  body.final_frame.tag hex"97f21dcbdecc18fc2752f04128ed142b"

footer.signature.length auto
footer.signature hex"
  3065023100a826412804e9652ed406c6141a6715649f0d66081b417de22c9fd5
  706cf3f42d57d9d00ef5b0b042a8eede458c0aa6610230083e3c5d3bcfbccc6e
  35aaade1e5fd071065b2d2592d61e1381c2fdb4e4cb7f08a7691466506435b2c
  02633d5c9e5080"
