# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  4c831fb434605470c1463bd2dc195ee6b2e3c612bec0bf8efa6b645fd04bdea1"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Avkf7GW0ZodcH1xqLzLfQzdK3WH/T26va7FvKtov2gZvTQqwNIZU3IcFr+F/6Y/MqA=="

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
    000000800000000c425ba483be703c6f345cddca"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    23a7dd6cebf5e201e51f0f4bc317949334341117be3529c1788b55cdb685e5a0
    42e5daef09065c44289c227bcd19ece6"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  8affa4a123fe4cf087023dd362733fe8e3711bd0f5a5385489a0dd241d09c340"

header_auth.tag hex"b5e6802f91b733549548bf39268354dd"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"638fee354414a00a"
  body.frame.tag hex"a810803ef374db5052361f67ea074d31"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3102cd40"
  body.final_frame.tag hex"5c333699719e0a833ea0d04b1d5a604b"

footer.signature.length auto
footer.signature hex"
  306502300391c863cb64b85b482772aa02b54ad020953999234b0f6bf17fdca2
  8124c236e139c0461af511a8c3f19da406cd0cf4023100c143ce29e11e5aef2a
  f1b9adde8d624ad59b348bb95d579e49eaba3d5679281f4c6d2499293028ca5d
  7871607fa1b61e"
