# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"54723e3688af736035cfb68eb8d6f19a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AjJAp5ApwskD5xKBpOxw/jr65Td3Q/mvTB7c5bXZyLJe"

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
    000000800000000c6a105d27aa472a4df0ac10af"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7ef82e208c7a6f1dd450d1f336578bef546150d36c1ddcbf058429abc37e32e0"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"438e728ded17576e48ee6d0f0b3a62fc"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c2ce11821ae71676"
  body.frame.tag hex"613140550947ce18b693fbeb97e142b6"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3a5392c9"
  body.final_frame.tag hex"f1431a4e41a8f27b43aeb8727c616dbd"

footer.signature.length auto
footer.signature hex"
  3045022100f42d0d4f8f47bac1d890f3cc7cfc00bcb77f4a4f47cc954717e872
  1db35683af02216c122bf89607206f8e968f6a96b7c1bb9927960d818d85e1f1
  940ddc6b98c977"
