# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  af4f9944cfb8b09fd57b0cf8060b586f210eab70a80c165e89da2043e94a523e"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AxIOwFl+KEKNXj2byZ8fIufB3eW/GICrOzUGCIIVsO3lwy/OwPZpOL+l4WENVSbkRA=="

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
    000000800000000c167c8f9aa158e7603c6ef193"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b7af5136eebb9dbd69acfe4163052e5342523195532bf220bf14e328be12ee58
    47d483451517f873ad6a5b1c333dd37a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0000000000000000000000000000000000000000000000000000000000000000"

header_auth.tag hex"2db84e49ccda02a686f5fae450ea7d27"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"08847ca1953047cb"
  body.frame.tag hex"7d81b0a8464d68d8fb8b8dcc6e7dd048"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b89ec1ab"
  body.final_frame.tag hex"833137a4988e1505d1095ad09cb68364"

footer.signature.length auto
footer.signature hex"
  306502300408bf2cf83874dcc11680bb80248c8e707d7e6b0848e140b036e4fd
  b3c32e8ed72ccac7cba2da65f7ee91814c47910c023100908e8c038d12cfde06
  d89d416bf60713b0e27654ceee34621d13853b357b61f207f26e1a3d091d6423
  a90857f15db63f"
