# 394 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"0e9d874e1adfb9af9962de0e33247780"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AvOwpXeOiXEVanLFZkztUXE1SMGDcMLI9u76u9ifX0/H"

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
    000000800000000c799a99dd33f4b86570989803"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c7a3bbb4d214a793f9f08a3871dd2a754489471df20cb2e4864126e8bc1e2297"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"805e0b230c5a517f91164f7f4ef80d43"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c1958039da3d1452"
  body.frame.tag hex"d9df2e59d149646625ca501898a40c6b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4e3ab4d2"
  body.final_frame.tag hex"8dd31abb5b7d545251c97ec1b0810b92"

footer.signature.length auto
footer.signature hex"
  304502210089c8eeefc622836ba411038a0207789b9120c25d95712138dba727
  bc5feb1f3f02203959af10306066efbe50064511c883a7b2989028d5060be8d0
  dcd6b2503137d4"

# 1 byte follows the end of the message
hex"00"
