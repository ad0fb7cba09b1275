# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  294695d51717071b97509b2c001538974f7b63ddc5f775646d339dc6798e667a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A5NEiOwSeEcUF0FNu1OqlECUQk3/XMrZyYaPV7a7gjWiU3f+WrkjoCXHMTLZWaQhpQ=="

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
    000000800000000cc894b408fc04e250984fad60"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    99afced8f3a9602811c85824eb7012b97966b1f327772b7c4d1e7f19e001d867
    d5f56499c125dad8ce9be315177eabdc"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  96930f9e45aa7fda44df4d514de8f3b6fab96bf46e6f9b4dbd3de936cf540258"

header_auth.tag hex"45b4f49f3918ec07d7b5c34c23253c8d"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"3e809f197d99e924"
  body.frame.tag hex"d54bd7a4cb42ca3868633afcd2517f6a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"6687f0d2"
  body.final_frame.tag hex"756452ab1d323952af89f1a6a422ca13"

footer.signature.length auto
footer.signature hex"
  3065023056a83a7c65bc291ae82de77ad49c78994eafc656626411f840398256
  09b8a03c9df0f72f32d2a0c6fe55f78207b683cd0231009ee72b300e035b1805
  adb9560e3388f2a8c455ce8b97ed98e256d9884bc3d2775b1f498206f3bc2058
  638cdc11017ea6"
