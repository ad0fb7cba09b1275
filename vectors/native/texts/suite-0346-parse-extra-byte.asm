# 458 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_192_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0346
header.message_id hex"c297ee0f109acc47f87292732948f4ef"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Aw8Bnt8J9Un6cpuenOy+kGjMjCI5rKx9vP+O100vkXBpiR6j3Oeixdk98Pfi418KvQ=="

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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c28be1cdc931058e7d5a1b700"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    86736970627a9f87815b54d8ed7bc21ed1d80fc7190d427ced2491fe4fa200a4
    b5c8e54cbbbd9be5"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"a96e24741e673acf96eaf1a6fb954eb6"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ce991fade31ca4d9"
  body.frame.tag hex"741840bdbcf4ac2c1c265dfa276edb9a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"bcfdc64d"
  body.final_frame.tag hex"9dc52bf75bed99e75735ad751206c498"

footer.signature.length auto
footer.signature hex"
  3065023100bb09d911fda6615b67228cb3a423f5444b4be0d14cca39c5e4432b
  e4a32183a2c421c53d042b627cf577208aec53e926023054a36ba2e3abb41ad2
  4dce14d76e1a9f1bf7f39f32662a01c67052dd2f3b874914b72f9b9f98cec2d6
  292985e51a3589"

# 1 byte follows the end of the message
hex"00"
