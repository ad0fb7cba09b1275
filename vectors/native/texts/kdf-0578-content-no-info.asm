# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  94d1eb5506101bf4f63df36a451b4af930e241b70f9034f3dabc949ef7708718"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Avi9z04nuKDEFnWa4UlWnI6dMv+pPa4CxAd1n+493ec1gRVuWniyeNg8P/+zRu7xEQ=="

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
    000000800000000cd6eb6e858f13fbe4b0737288"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4da7606ab8804eff92790e97345d0ec6787536786f59b511fc851e18cc7299ca
    f3353ec5330aeff4e58c84b9bec2cc4b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  2569dce761dab7eca07d408f8207b2b5b7b8a60c7e48bc4c9123fb176ebc489f"

header_auth.tag hex"8b629addb508e22121cfa2e50a26132b"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"464ad21d55c1589c"
  body.frame.tag hex"4f4ea335cbdd8effbe7e1cb231013887"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"9b2c5745"
  body.final_frame.tag hex"a9a9e222f6ab303694a16a158eb75026"

footer.signature.length auto
footer.signature hex"
  30650230430cc5296d7167fe7fd1ceec253e90d650756c1b7380d7862c759e46
  3065b77afc55fcba4bd864047f90f4d0f7745499023100dcf31ee007a03bffd5
  8e3b18c7f307acfaaa84628b0bf029e5291a4c35d64adf0ddefa430630814621
  599c099d2fb15a"
