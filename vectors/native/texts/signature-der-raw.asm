# 513 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"60a65637e99dc773ee16dfa91f4abb68"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

  # header.encryption_context[4]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AybauxNIRv0Z7vQQvWnxoSc38Fp873A4dJrTBxDRb0qRr/n9nY+kSLQaWT6b536H6g=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c17e4a8e0d3d86ae7675c900d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d9a1683ab6fe67a810f99bac64b2e3075a29ead6097d10194b2d7b61a5457773
    4af360afc03b7a3b80da1e2324c3ab1c"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"8539b1cdf67b3afc607ff1aa8c6781a9"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"92c2c700d7c933a1"
  body.frame.tag hex"6c62214d91903106b527203c868cd1e8"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"9472b36cd057bc43"
  body.frame.tag hex"f4969664d890cf2b5ee80e4f268cbb80"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"ddf31de2"
  body.final_frame.tag hex"afba06ce42442e90761ff2a5ca9b8a92"

footer.signature.length auto
footer.signature hex"
  436e614e2e6ad9411fa090b87a8e51cbc117e10c9b249dc55adf413626e66982
  cab9c24c14727055c0001ee22a09ce52aa83cca8ba6a8e329cba00ad7e7cabe5
  6ca454eee47eb5196db83950a5ff1a1ad94a1f65becdc7da1c5ac4dbc0591639"
