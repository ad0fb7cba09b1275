# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  d8fac262de147292e79e8de54dbba9477fc440f7b393ebbd1a56cf3058c86513"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AixqsQ3QoHjteGta801sTyKJqMdBZnXHZVCJwebzQ15GCb6BM1qmt4x2J8KPHV/tIQ=="

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
    000000800000000c9157481a5d082f1fe30c7afe"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ca28453f84e05ebfa7aa5b507539c1966979126c1e4ac47534c95e66b91e20da
    c6619df1d1b229f574a4fa188687c95e"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  3e4b1f011b0ec716ccba5cc384a1fe6aaea9111098d031036774cac5e262c684"

header_auth.tag hex"629f9cdcf26e7972535e2e029728cbd6"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"db6690c8901b27a3"
  body.frame.tag hex"b6b2d0faa38d7fe6a88c1367ae76a134"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3e6acc78"
  body.final_frame.tag hex"a228784b6087e5fd344f4fc4132f0fa1"

footer.signature.length auto
footer.signature hex"
  30650231008daf0aead4703b2edbd564faa1aaa5177655e1bb558c063dc496e1
  6212e73629edbe70bcb15a6ff7ab9fafea823253570230448bc76dd089db2ef7
  8777d89a9be845d7508b173bb9f01ef9ea07f6d66dadad501b82457f9d56e7f2
  d51a9695c7f7b1"
