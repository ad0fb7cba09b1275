# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  4c79e312664abf7e446c3ddb24bcfe704fc8c1ac51f2d282f68842cdf3daa22b"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A1p6MmLNPMZqeW0gfDQLyZLhfPJDhyI7NAtGZtq4fDBUVcQ1ASkNefi57gbNZHV9Ew=="

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
    000000800000000cab028f1aa333d1546c5e467c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2af14a56d4e1a58b786cf1a178b9865e444c3ebf3e52ec526096fdf626d90114
    70eaaadbe5f29515b0942e67d95f54f6"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  44d40afcda35f0c1901afb2362c17ccc1cd4195ea98d1dd78ebba36aa506094f"

header_auth.tag hex"82752bde7e285763a6450f857080dfb5"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"e1ad445ef68ad9f2"
  body.frame.tag hex"4fda37b744d5ca32e2e44e22ad3dc1f4"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c5e1ae2a"
  body.final_frame.tag hex"32c01b22e92e843603dfd11a86b2f157"

footer.signature.length auto
footer.signature hex"
  306502307b4b02df30fdfeeea1fc488f7ccc1b71b52195cd5be0c3fdf6201261
  a448243c9430de66650ffa7704696970e0bce6cb023100ad2074905d86b0b2b5
  d08a0fc9cd73fad6a110528368ea7ec5b059b2dcd29c675cbb964c299fb0a1ff
  30a5577e390c66"
