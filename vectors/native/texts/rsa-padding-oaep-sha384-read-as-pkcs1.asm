# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  e6a0554cb6e4b763742800b621406d12a0f16491ad9292e755d6e35ceeff889f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    201f794ec68ea4d1ed4a8554038e97727a783c53e425b6c58fce476e5b1b4c58
    aeb64cc40bc06dd68e08f7225037a50529d0ada41af8dea8c4dfaf4ff6d4c959
    dc07449fdedf39da328ee6774086f63eecdb8334cd933d5566d8e0cb08a7c3c9
    e2aacecf4839e87bd314755184f001f5d14d60c96614c7623fd54d3399591529
    3267eb797b34c6ce5c15da45c836aa10aade70c9c5611597e0e8c0de6bf19d42
    841902460112201795868e6d385c557cd7b5e7b3137e19d93020cb55a6c6de65
    0e64481504d269e40ee109aa7bf3130847f9d51e3d54f8535c9089cb1bd8c891
    9b2b322cf68bde36fd308666ea31690cbdb0db92e303641eb220330e3918542c"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  44018ea8f1048d761876a2b04b6f701a963643f919ea38eec17a355b7d7c343d"

header_auth.tag hex"ce6c5fcd7e82b76e070e0be0e928e7fd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"2d28ce"
  body.final_frame.tag hex"9953ddc7ed225d63e8e5b52e58077e72"
