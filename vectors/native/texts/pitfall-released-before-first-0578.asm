# 535 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  cfe65d9b0a1e4ac041b66eada2ccdfdbe2d26d91729e1948ab5190c6fe23ffb2"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AthyC5TLe9RBsMerVnbPxncDAUvynr6K69TTyr4gFqYknq22zSgbzXOut0AqC6tbcw=="

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
    000000800000000c1ec88415c3a521efa2a5c369"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    86ad6705414d24e47083805e49c6dec27cc8ef7da2a7f3c629a8b4f8e600c894
    c2c994eeed95d3fedc66f520d91eb18d"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a9f02df61043fbf90f0bf35850606f61fba00638d3aa9188d3a606db72ff52be"

header_auth.tag hex"cd9586223de206a25269e639533ede1b"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"2ae05d3375040bda"
  body.frame.tag hex"0e69627899c5cdb19f2457b94c64758c"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"b8db10dffcbf33db"
  body.frame.tag hex"752c680b39da251988c0d0a8d98631bb"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d2e33d69"
  body.final_frame.tag hex"87ee9a9238fbfcf2fa4e6f3497be3773"

footer.signature.length auto
footer.signature hex"
  30650230183646fcb3c668eaebe0233cc64dc605c20aee762a3c74a98efc9029
  2b9be2bdb8177240aa34bc11277d4ba84b78ac24023100af902280ec7b6987a3
  49c21d34808cae83f29b54eea28b1d8265aa341269c0961d3e6d82c1a2439083
  25abf238a8dbb9"
