# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"183ac7463395fa05ac1f8ba20292ef05"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A/gGj+S5lly+KmPp6Dko+PCHtkdvTF6I38VMwl3km4z+"

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
    000000800000000cde49dc2a56ec077cbe561af3"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8a0033466a56099bfdb68db658c638c397d009fd356979b4caf9d2b25a783f4d"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"572fa72432fd066c20d815b5cc7b9d78"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ac8501cc17eb751a"
  body.frame.tag hex"41365b1a04e5b7ae8ba6c08d693cf2ca"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0d168501"
  body.final_frame.tag hex"c22489de2a5625b69ddc6cc892bf9955"

footer.signature.length auto
footer.signature hex"
  3045022100cf0298b35dcb5dbfbbf5e5366c683bc07c1a92d31ed1895d3e0339
  d8d2bd6712022044bca340609a80125f6b1e5f9aceaec0685c9fd166b90b252a
  89fa8c92beffce"
