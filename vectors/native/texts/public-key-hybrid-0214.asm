# 484 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"166548685e8ce5012a2035452189e4fa"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "B43nErYKZfcU1LVsma2uWjhHZ5uOmeU9WAiyEHgT6VICv8w4mkrj9X0Zp2Vk2DzSial4q2dyYkDWMsqZR74P2yU="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cb08837442cd048ee85c1ee0a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    3c8ac87c0a743efed837d68277fc7bd971be6b186b7f578ba354dbacb1cfc6c9"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"8398226f0ef16382f5bf506ebda7a401"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"f57d4f0badfac864"
  body.frame.tag hex"7f94f9c358eb54a799d2c22b23950ec8"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"cde6cea95eb4cc15"
  body.frame.tag hex"2854621263e3dd9d3b9e54af59931a7c"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"880870f2"
  body.final_frame.tag hex"a7e51dd8b01276440b5f9f277089446f"

footer.signature.length auto
footer.signature hex"
  3045022100bcbba2dbadcffab49fee76fd85a6c52c2c275b1699e36cda77935a
  bee5e3b5f002201820a4557bb120a7c0d8b0769c948a27e3e3ae8150c87f8ec2
  f8635a420af6e0"
