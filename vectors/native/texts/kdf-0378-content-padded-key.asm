# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"c02e696aff351eddbef17490c12c2e30"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A8rhHFcO6QAthjIbBhntGPxQ/08rNGkXM4np8plho2zq4S/fX3IzJFoQqJwb0FPR7g=="

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
    000000800000000cda08ea0c980b77804927b338"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b2e6cc5a9aa774abe38dd80c287bbd14dce3003d6f335b74e471f71cc5994054
    774c40eb662c9b175baba2d5ff2e8830"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"7380a30cf560a896d2b97e4e51dddff1"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"521b287fef733df1"
  body.frame.tag hex"69af22b164ccfad8b8cefba2d9fca867"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"62599054"
  body.final_frame.tag hex"6a3a66812ed758e0ffac13bc0b98d801"

footer.signature.length auto
footer.signature hex"
  3065023100def9a74169ce65226fb2f9bd23095d4d05dcade31d15cfd882d841
  68b5a619b47dca3150e06ecda849f7ac19b83b1a9e0230776fe0631b1505e6ba
  7ffbea414c2637710947430ca8527efee9ff83c08a866f3aab0cc839b63413e0
  43958e6c549d1f"
