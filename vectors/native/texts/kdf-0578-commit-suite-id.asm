# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  7f174d96095cd0a1d2d11109d902e8c2283974c98e6fc97439645d1d1e03cc94"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AkXDdBgf48+0HCMiW1k4wWvwm0aTiWj2THmeZo4xK5l/JokaqKWgS3Mizhf7f8UCCg=="

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
    000000800000000ca43dc883b25c6e99be3104b7"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d0eccad665e30264e93515c8fd8148ac84b2402999b32568168e5dbf29ae0718
    29ee8a363b09b16d2fb32ed50171f5ac"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  25265c1653ed94fd5dc7df6a5f17287b9f4281f7aefa85883a71032e074c0fd2"

header_auth.tag hex"b414f130ee5c3a83b6a4856e47e64d59"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"507e5473a0be631d"
  body.frame.tag hex"6f231b7d9b8cdaa9b35a6fc63fc685c5"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e9bb5d98"
  body.final_frame.tag hex"8ea09252b1cf4a18bafe2e2a9bb3e57a"

footer.signature.length auto
footer.signature hex"
  3065023100dec13c88eff6d07fa22eb599b65cce2e4274043f6cdc7bf636f011
  d7807c28cd5d2065d335e82fbd01e50bc5aedb8b5802306a12760161ed81f68f
  2e27a80115685b753f7c1c0691e6ccff9c814a996de8f2cbcc0e34ed672d4022
  e78fd9595e2c12"
