# 457 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_192_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0346
header.message_id hex"ab1e166a3b53d074df0db6f3182a609a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AmgV4BfAF1H74cdgCAr+rZnfMFkyiywKBghCevI9eUYaDyF/Mp7n2q+esfbczH+bAg=="

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
    000000800000000ca4c56ca2e565e339183c9262"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    bad829931a8dd12280e07f85ababd0b4a15cc9a167ce4904dd3ddbb9c9d217c6
    f5977e75bf529ddb"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"476eb456a525cb1a29a161c8b1413a63"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"b1627c1f95fb5737"
  body.frame.tag hex"ed0ec09ac847ab6845a718c22c8689c6"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d9f5115d"
  body.final_frame.tag hex"31a565333d2c22af15c23392312c4118"

footer.signature.length auto
footer.signature hex"
  3065023100cc3724065e27a0d6a11ae3670c930b0827d8d3a3023fe8eedd72ff
  f3b3c7680383b9dc523e6b0f92ae1b75349cf9c71d02305d6f8d01d9f4873d95
  299f0a3dc5f434d2372e433395ca1354200474fe829944baa880d23d0ff2051b
  0777875a20fb8f"
