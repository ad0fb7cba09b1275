# 555 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  2ac664816c5c313e3cf0050b294c7b504091427ad632ded9c406deda34186bd9"
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

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cd10f379099bb694a47276819"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d5bf440548858ee58b71cfd157a1ff36f6a44d1f1483f924c706aa3b2f195d30
    623ff115aef3c166db69047b2add7376"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    37c7e0063c4857510a4539821500091f5bd8be1fd25d07270c140506f6b6fe9a
    80da3af765744f69d81fe2c15cd3692dcf64e94f12081a8189c769fb9e35b05b
    8c91b2a501ce55bcb328e20f1107cdbe8ea0744cd9414ea899c35412ca13ed87
    67d72d05eea27ebfe4e535414bf678e1a79de5b93ea38b4b4a5f636519749cdc
    ad9cc49255738bd064fafc9e41a2db32cfb33b5d06c8e43f8bdd78f9901441e5
    b5e0792ce89456369633a2bd71fb98bcc6635134476431e6387f01c95b90b42d
    fd8d9107dc5806be5399d8b0252143e27b5b7872527b79d03d0b9643cadeb704
    764b8500372bd805b8baedf50fb94b09c7c551d514be7caf203c2afc6ab4cc53"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  81394ad2481164a3b91c84a8d98a46b25349b168a312a521264026ac3af62673"

header_auth.tag hex"30c0e3b9ba75a25a931e25b3ea8bb4b3"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"577737"
  body.final_frame.tag hex"3cad5163885f2ba0c08e777dd192b0ff"
