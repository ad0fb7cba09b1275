# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"98353c6a3fcea7ee046671f2e5cd68a5"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A/Y6RatojWskAXC/CkqTDd1/5DUGNbaBd8CqcY0jFycW"

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
    000000800000000c0a26742b66066dd2c6ed4399"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    26011a7ed28e0ad0a828f99e10c099a0c2d4fd204b618ade75ec9e80f5d6d64b"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"ed9e221cf7b2a2192a3e9d440dba63e9"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"7a4996b63084e5f7"
  body.frame.tag hex"a355ccc335bd19ee05ea974548cf37f6"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a1f86d5f"
  body.final_frame.tag hex"24175d4ac43471a382e9befef34ed20f"

footer.signature.length auto
footer.signature hex"
  304402210087a8a8e610c17ab3dcbdd042020b2c100d4413b3bb91ed56693584
  c3f14c519e0220461267059ad850f51b0bec1ba6353e5c65d98f309d938b098b
  493311e37bf4c7"
