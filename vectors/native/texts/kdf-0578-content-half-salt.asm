# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  116ce47d9bcfbd902c4c1333b06aa0431806e0aafa129d42b7291f0600292a35"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Aq/DdAQw2VVGVj1D4aoP+YK9mRpOFAgaV2eJ/qqtxTJ8n00397NQQ9FYWUwzJNhyZg=="

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
    000000800000000cd145893982415696f137c65e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8f4eac97a07382236757583fb6e54a673aa74225af08938f631c7a52bbf70039
    2fb5fefa26051fddd080a56182023ce7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  72f711bd9e53ae69744f3c39adbe6bfc5065dda66a007c3b8080d36d24f898f7"

header_auth.tag hex"8e43d391f1d0a334cd04a99167d132e2"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"2304a05a2052092f"
  body.frame.tag hex"e4d0dcc03bd637bec9170b6151be5d6f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"998b5a16"
  body.final_frame.tag hex"ac080a1abf29b9d6be2b012cea7b4932"

footer.signature.length auto
footer.signature hex"
  3065023100bee369c5472de4a8473c0d46de0300eae7a691f1a7b975de778ae4
  d6b5f99b2b3bf5ce368fccc575e32489d92eb9d0eb02302b1d79f8ccd9497e0a
  5400e9493c52ad40a5df1bd72a25bd300d174e1178e2c2db413914c9ef1dc186
  3e750f3ca0390b"
