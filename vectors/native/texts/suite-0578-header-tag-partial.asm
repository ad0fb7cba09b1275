# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  3173f01c76d2f86c07cd637f1aff5895ac4bc4c694ac7509c3eeb6953da3821e"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A1sUouV9CrO0lO3GZfXvl5bYYHzez3EwQ8FDxZ/z4Ub6v8QaEMEpgs6GJVbE4CiwDw=="

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
    000000800000000cfa0331f57d7931b1b19ee95c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0972b07be206c9bd1e803feaeb27a7c7573476a3c7b44ba7d5f263fc60eb17c1
    f23b00db1abc9753eda3099f45324611"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  7b1dbaebe26e8ac4118773da387cd1a49c3295e1df3f8f1f59aa11a7d4137023"

header_auth.tag hex"6e97c6caa36ceae6e0c3e512666f53a1"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"f15e13cd0a3933d2"
  body.frame.tag hex"59879383ae8b69b2b2bbb9e046964500"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"202e71ae"
  body.final_frame.tag hex"d863e518fdf2685ec8d536f56cd62788"

footer.signature.length auto
footer.signature hex"
  306502300a54baacf54513097c34f4cdcbefb81cef201ac848eee6c66ee77978
  d9d1b4a897e9862ae82112558557e4c913f36391023100f7c04918968df9e1f7
  357d475c9883a9c642beaad595a3b5559e00d24fc77c14f001b36e96157ab23d
  1b2164a5e0583e"
