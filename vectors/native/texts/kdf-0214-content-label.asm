# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"f2a64e3a33115f471708a2928ad53a9f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AmC4z11/rAVrZlXoVzknGVkAKgS3FQFm3VLC5lnuAGQ/"

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
    000000800000000ca6e4f651297ae69205906c75"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a1939604aca348764362a5510f5de455008b57e2bc113a32bab6d2506b1cb1d6"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"bfd8c76d86df411649fdfc1b426a2de7"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ad4b043e2478c33c"
  body.frame.tag hex"bab0ded76dafef53baaa4ab713cbf492"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e8da0e94"
  body.final_frame.tag hex"91d5937f797c71675fce26439415cc4b"

footer.signature.length auto
footer.signature hex"
  3045022068e73514ca6c2e12193d1137fcd434347b9372faca78c02bfbb0a88a
  a40aaca6022100d27aa9bf75445aa9070f33eacf5d3ccd78f2743af205220658
  62080981a769e8"
