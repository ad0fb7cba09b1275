# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"9ac59816705b0e8b64bca2be82243f83"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A1K2Vkw2blptuX3AwNZV4gRy/rQRX8v0Kg6zgMu/6mVAjJ7UYGuiqeblbBdGCTNUIg=="

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
    000000800000000c08204ee2dc295fc264de325b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    eecc3b9041a2fd7ae64845c07d2edc0183289c174ebd73403d371c20eb992421
    e79c57d882f60807d28b3aaf501e5255"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"86fee14b67f65389610c18d2bce76328"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"de22c1a03ecec153"
  body.frame.tag hex"2640f8ba10784ebc72a646d36ce29d5c"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"63caf14d"
  body.final_frame.tag hex"7cafe6377b6a1a50e01fb4efc4dd1ab3"

footer.signature.length auto
footer.signature hex"
  30650230399226e8d6469211943d935bd1984b4058571b2aacdc08b0c8a2331c
  4cd3141811eb59def21b348bea7f65939ad014b0023100cd0e67205f2c7c4157
  8800552fe41af125c2c0c537d90a6777a926adab792cdf0d6948d2f0c1d74d10
  10f3dab585dfb2"
