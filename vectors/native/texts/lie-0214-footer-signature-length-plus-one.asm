# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"c856338646fbae60dfb5d83f967a0c5a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Ap56e3vZ4Sc5k4Fkohm5T5xyja2eD1QmAesaIOdhpXZI"

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
    000000800000000c4ff35234e3ab1e062cfc463a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    dc6a2a3e9d0101456c496e1e28b0f765b2425ba480df04d704a1a3b1342f126a"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"1966c898318cdae5e6ebca1079c47d6f"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"189153980581981d"
  body.frame.tag hex"42f89b62deab7b314126e5ec7a70feb2"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d5151f9a"
  body.final_frame.tag hex"b80a8f1653685de480ef759a4c90a29c"

footer.signature.length 72

# Not read any further: the bytes end inside the signature: 1 more is needed @
# footer.signature (offset 0x142). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"
  304502206ad22d0a2769cc1081a3c7637377d57e4355043a3ff2d3312ebdc1b9
  30102e84022100f1b8943e1fd6531f11d286ef8b182fa483bb9d469aec3c1eaa
  d90f87de2b4834"
