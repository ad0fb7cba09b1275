# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  5b7ae3482616a9e4c30aa9b883f55b79f21ce3f23c3667a4a51508bac7f190f9"
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
    8f0c8fcedb1ee5b4ded50b12021854b20b42c6d356978dc278e574b5bd0018d5
    d79e74474d497f483ed7081870396771676f15e4294f435440e7876f1e77da08
    2764576c7c619260e6049e3bc4a79bedc08454d4dfd0f20f5de270e921602b47
    ec32cb2e224940c8c343149d6c2d15ee41bffb1f79fcbac79a1ec5960f170163
    33e6cbdf43c03941f2ed87de1407486d8bf9a3857fe5720460644b9cff587fac
    1200bf9dfb846e643a78e5691d68c207afda917bd8120d4d5e1f2ce00f700d8b
    8e3def3e658e5f78809ce2793f1926205fca68d36a8ea78d51a4e5e74a745c5a
    800bab94f089c2fb6c4ea06579811264f9cc02fb5e3eeceac1233ed21791126b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  e1e58badd62cda2de1e3c20c7ab61b18865fe7bf798abb98a325e7a65136d233"

header_auth.tag hex"e003e29bb099968347e7257eb0d96f08"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0b9cc2"
  body.final_frame.tag hex"bf1d53bb4ece02cd1911bea03ae4a381"
