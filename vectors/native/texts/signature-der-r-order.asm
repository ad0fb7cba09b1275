# 521 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"e7fb2de920039cbb110b24e9dc2e352b"
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
  header.encryption_context.value "A4rSuSaiqVmpf0GcC4VWy+jbL6ZknolONmihixj60YOW4LXXMM5qmrVe1WbWYamFNw=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c90dc9c6a50336c7258edf8ea"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    968ae47798194e52db99a34b916646167a7c0960fdb0c3e84fcfa42c2f11ec97
    e8735a5c82fe909d90fc66fb1e9a8c6d"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"2957ba569f1aae773f2c5a0fc8bb5bb4"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"09cd0bdd0b1097db"
  body.frame.tag hex"df5fd99585e474a359d2c1f643b2b3dc"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"8692fa5c37a9f7ba"
  body.frame.tag hex"23026591e6f08254958e8171ca9a2232"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"879e50d8"
  body.final_frame.tag hex"043b5521a55ca64e8eb3664ec991cac8"

footer.signature.length auto
footer.signature hex"
  3066023100ffffffffffffffffffffffffffffffffffffffffffffffffc7634d
  81f4372ddf581a0db248b0a77aecec196accc52973023100d658ce79e2124b47
  3e64130da185162d84df63897b112056abdb073b9b5c5d9afee897be7385a492
  8a42f3ada6ce2b40"
