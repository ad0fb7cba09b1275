# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"771311c787ef0412533bb5f45c03acf7"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AkbH3dYayqWAPPkQI9+n5IszMTzoJrNx3L9xc7Iglk82"

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
    000000800000000c012cd7f5c2c7576fa5108f8f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c01e239ac9274ca31b7eb366ea228db247425e51e1da4035e67295f8ffc1fc16"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"e378f0ac6254efdce16a07919def751f"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"459c05ae7da0c64e"
  body.frame.tag hex"5dfc07784e2bcb91285dbddea5609544"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"587d8fe4"
  body.final_frame.tag hex"6c20504d1d3eb78f2861e9e86782fe9f"

footer.signature.length auto
footer.signature hex"
  b04502210080912bbfa79308773acb028e67c9f5f7ea9736090131ece6901b9b
  cca2b891ea0220537222deff10dd7207a06c864f47e322a269f32571fa22bd26
  1a1829e63d91c0"
