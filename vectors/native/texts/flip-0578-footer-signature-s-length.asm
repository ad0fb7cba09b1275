# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  2409b8e915a5edc2fc1c51ad3c7f2a1109d5a4e059b461dfd5cbe3a31299f179"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AxuYhUW26KdogUd4DP9MT6gjGxTfzUjnkh11xl6QnALDD9CTwbN1kU4StZDhfbzlvA=="

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
    000000800000000c570f36df30b20d1a2bd327b0"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    630e2af321f70f355b26537d41bf63dc32efc12d3d6ef048a531e63a3726fad8
    755683d641752a8b0a6b427e5ebda87d"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  324f278cac9ae0b9c8b7a5d299fd9bc5fa01dd2c3e58d79321628180a11cf530"

header_auth.tag hex"a29ae5bacf5725391f14f7805cc6269e"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"b1bfc6aa8a9f2335"
  body.frame.tag hex"68dddc01a572d8b39cebd322b036ad44"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"57a945ca"
  body.final_frame.tag hex"084490bb3ce476bf26015e1179df0e2f"

footer.signature.length auto
footer.signature hex"
  3065023100ce8a736f11c7e1aaeaf86890b71b7b84ccf099c07f5a2a11fab424
  91bc174cff028f5ce835fd7b13b7a3f2aa3274b5e9023120531e6ce20fdf208d
  34b03b6155364c5ab662e45940249ce3c7b9f47ee8ed7479c20f5d1681e2a7c5
  631414643ee48e"
