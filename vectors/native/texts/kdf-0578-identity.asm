# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  47aa441c65a5920b577c1f22ea2d8de9c2a53cb1fad9c2ab93b2f7cd4e81d60b"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Ay573MK4Vkg5CmgZeY/zUMVKHQWRGIaqtK6qsfXMmUqYHZuVAp2i7Gw1c+BEXGs+Ug=="

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
    000000800000000c7c2a28a42afc44f1420a6411"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5cb4a2f9477c66ca0d2a34e03ea354f7ba61a586885d630806417143a700a60f
    17ef1941e8eac62ade055478ebea783a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  d2dc5a3e0281bbfa657e14c5f1de64b464f909d0ada310cb0a6e283e50312b1b"

header_auth.tag hex"c1fc9a2286f8a57ac83c893451b28390"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"cbe0b78c1d2a20de"
  body.frame.tag hex"0c852908e695573b8e95ffb16f1faf1b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"52cb43d9"
  body.final_frame.tag hex"cb1d096bf67b246ac3d7b04563f34410"

footer.signature.length auto
footer.signature hex"
  30650230744cacf2319acc806d070eb4e2a1e9de8df10fa638dc9e8a3077d8e1
  85c5ad523b1fc0d355c5cafdb8238a69a3b9269702310093520a919b07e58208
  78ff4c602fcce5fa0586ec850ce1c8192cc61c8d0cad703a61a86168be0e1afd
  aa608eab3f4525"
