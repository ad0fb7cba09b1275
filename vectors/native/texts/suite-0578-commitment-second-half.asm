# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  7b071c6e420c42c858475b1c06d14aa80c67311fb3d5ccc718c6176954c84768"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AtH97Q826Zhhdf7M/FjB/9xrOyORTj2zWeoSHq+8d5xbRnEwUeNjQEDXUmNjjot+wg=="

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
    000000800000000c56c35cccd65d7a06721cd4bd"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    04f39240d40eda1fc7aab48abd597fff56834c398dc62337fb3ad75d5fc37e78
    d7837f5cdde785b1ee0280b7e8fdca68"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0000000000000000000000000000000038dce690ceaa331eb051da8f1c753b4d"

header_auth.tag hex"2f2fc3664302f6a76c5fe4c9f50fe0b7"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"87bfa916d3b13236"
  body.frame.tag hex"af926e7d30677dced11ae5dd51d88676"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"2d21a968"
  body.final_frame.tag hex"4c3aa434d29071708f4984d99704eccc"

footer.signature.length auto
footer.signature hex"
  30650231009ba355e1efefb64b7e7a4e7e733085a0eca32b86465d0de36b505c
  2f5d92caf5c6c950deff9d221c2c6df2b1c2a628e9023010e32f85c63ee6e161
  c2025bcb4daed2d808890e6f02868fc6b95b9c79c414aba908c09bca1eea1782
  f723162ffd342b"
