# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  41658b517000dec792f1f00f20a104b1ac396924391a7a34600724a08fd19c5c"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A0XcQYLQEcqD3uO8Y9tNfx45CMPVl/0J4hJSRnsrtAEsvfW01AsgGyyfzgiEL09faQ=="

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
    000000800000000cf7f31f43a80061397f9ff0c5"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    586b4e68204ce93f8e33fdc468fb42c3af49104b81bed7b79a705d266b0fedd5
    1b445042eb4ff4ee47b4c002d4ba8dd2"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  da0a8ada4f90777720b65ec899d92e9700000000000000000000000000000000"

header_auth.tag hex"4860e7336ab6c7cca5de6f8235babf21"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"7030087c353732db"
  body.frame.tag hex"abde93cb8b1144401dff136d7359d2a9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"36d68dbf"
  body.final_frame.tag hex"9580b6aad644e2de78c98d6ebf3778b7"

footer.signature.length auto
footer.signature hex"
  3065023100e394d594653a719cd29ce09e19e2ff29208220ae52bfd5f4c96b1c
  cfc57bbcabda0cc2574d564bb2bd3fe1869433512d02307ea4bcc57b17e3b13e
  1794acda9b6a615d846d265b92fe9d7ac996335646f854f41b880cb88ad0ddae
  1e3971971624ab"
