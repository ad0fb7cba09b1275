# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"128086e167dd059fe09037df273dc3ae"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AuncMS26Bjr/JHUHTGCoqolffjCDbvAsoX6jLlD/hQY3tJDP0ECTXroKOb41B5rQ6w=="

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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000ce9ca878f7ab403ff89545720"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    109b17aa0c015798b8f8e39a5c9f5f6b6f14d2509dd9309dce94a075f6e5d383
    3d075152b472b2405fd1180247909605"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"c2ed54c91e45845c95bab19cc14c29b6"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"b1f98e29ccc70a9b"
  body.frame.tag hex"47e4cbad513b17498dce6a43daeda68f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"29052548"
  body.final_frame.tag hex"7236232bb33e42b7952f375c4a620c93"

footer.signature.length auto
footer.signature hex"
  30650231008fda3d2d7c0726ce0e79f2cbadb17c32537da297b40f66e3973b17
  ddd34aec8203e28f6e8ae5a708cfb13509e4ce71e202303e1e9b65c21dc9d46e
  4a5c1bb946c0cb1608b31d9544cd65148677518e177e6c0bb3e4d4deb5fc94c1
  73e7775eabe59f"
