# 289 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  964a3bc838ed3d0f0115fdb6df9775435bd8cdfa6f23b27d4b335fcc1a085871"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c313895713b6a593c9aa95096"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b01f48c5b275be04f32cecdbf786e444066a87877f33cee9e8009dcf6155339c
    1f9b855b7a5ed0d52ddae31082a18546"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  5193fe89dde91b63a8224cbdd2976a5ec19b06fd4bbfdae9ae46169038318293"

header_auth.tag hex"9f2ef4f649d30e9148a499bcea8ac538"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"9a2c6891cf7eba55"
  body.frame.tag hex"6846b3a5531148359ed761783bfa9f45"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f8657104"
  body.final_frame.tag hex"a4cf4b5a6337aaa4af31230d6b323722"
