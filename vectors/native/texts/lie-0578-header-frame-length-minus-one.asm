# 459 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  7a3e8980dd8b5be5d531667d9ba0bcf64ef46256bbf77ead7d079321cdd7c690"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Av1zbWrfFT+UR3E4yRkcv3uVGBI2L1+zzA7IeBZACYxt22T0e0NXDppYGEJsJ7jFzA=="

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
    000000800000000c67d69f1b46255622cfd372c0"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    bb2018c23d7de9613289d44f4775a242ed317ce243af7e14e9f9d495026b105f
    1401f42c1a8cb909bfe1c1724d253d4b"

header.content_type 2  # framed
header.frame_length 7
header.suite_data hex"
  c14803010e7eeea27a59fa7fd3b29c1d087f8316215a3e026f381a307324675d"

header_auth.tag hex"74902f51d90eb78a4aaa171467527ccb"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"9dd3949521603052"
  body.final_frame.tag hex"47fb7a77c7919dece1271255f11b3173"

footer.signature.length auto
footer.signature hex"
  30650231009827131b9b9938aebc508d82d348d9013e04f47ad35c8324baeca4
  b729fa5aa01d579fb0499ecfd9d2d173164662529902307bb0a08acc31276fcf
  c4231d0ef80ba4408d2246976c0a507e9e3f0d543e559b9e67b58bfedebf54ad
  f522535966a6a8"
