# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  ab85e2e1b3139513757aaa71ad8175310aeae83808fd0789bbe83af5a08904b1"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
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
    000000800000000c006f14ad4c00797f762c1c44"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    825e1f5a938bf1f9140c81250634bb11cb9825280a7ac677ad55eaa627060a66
    14c4232f7495ef15f58056ca93d879d1"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  755ec4f59fbb1f388062fa7d913c0568b58fefa218ed4d0926ca46ef8b31320f"

header_auth.tag hex"af457701c18edd4d01668d857f05686a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"bb4518089f3951c0"
  body.frame.tag hex"c7216c1c2638ffffbd22969e4be6483c"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e074469c"
  body.final_frame.tag hex"cc5959a83fd0d3369ff09a7b20041e9c"
