# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  70eeeb4133d1eaeba2cb521c0b61421504a622f4e35abf2655b2376393767c9b"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1d219cb026de13ae29bce4d5b58db840ec4af48e76c84382e068ed8741201230
    6a123f8600865c93d10f667f9b3ed0407864e5af1a55c07530239b8ae2c50d46
    a99bfbb70b3da5b7d06565f7e79f995971172c01ec0358728b6e4e009d934ce1
    917c650935bf3a349fd38a371c8c4a8d7d9888db4b3155b76a7111aec29f93d7
    9156bff967b99e2543177576444118a5ae5b1694d1605c74735eed2bdaefa5fd
    81f14a83dc0c4e8a69397f47ca1bc96f18c5019a14badda63051b4509afce47e
    c6be628b32418d25a454767da996ff26be909baebd0151cc78aca410fd0f2533
    4a1c05d42f6a7e767b9f43a3fad23fc42f289a5c5a13699fcb44550f3247e225"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  01d27f2d5ad85d30dd4705138aaad8d93a3e13f0753e431279a0f7ffee1c1037"

header_auth.tag hex"a82b181ffe72bd473dede49175866f19"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"709ff4"
  body.final_frame.tag hex"d36e4a6ed176528dab324754cd5fdb70"
