# 289 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  26f36aa548cfadea542d3c308c5465daace40812061a48b85317d0e5c13d44ca"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c55488efe1b8cd0e843f14077"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b9f328fd61ec46a9273640cf74aab862974a979cdb8c569dc8723b141ae20f24
    ee5cb4b0734a3b37532219a91ed3bca4"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  6bee21f6a90291a5988cc144e1c3eab294df75f420c2823a53a373c75d384352"

header_auth.tag hex"730b60e74414436171a8477c821bdea8"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"54f8c06d8668f759"
  body.frame.tag hex"3da654a5dd1e8520fff95526f2dc1f96"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"412fb2bc"
  body.final_frame.tag hex"ea378437bdfadea742dd2d38e59c85ee"
