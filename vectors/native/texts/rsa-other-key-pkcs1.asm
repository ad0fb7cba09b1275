# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  774de3e346afccea1ddde06774f122c6a0d411dbec563c4348db4727f4ff9240"
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
    6c7774a62ca65c9e790e8fe8c691eebe6cb0f04c059223a74fe018703f51014f
    0cf6acbbaef3d856eb42212aef546fb07d6e16dd8093d82afcd2bc61fee539bb
    8e18cc65e68433b3eae16ea9c692e746a5708a821fd9383261d6d409ab8bc895
    91dc4f178de46572b44d903312edceea5f48394e160a3443b48bae8707125847
    65f1fba038768d89d6de3abdac1b7e9fdcc4eb951fd40c429f6ccb97f7c16ff2
    1e37d9af1ff7a94872e0a562fcc34af136a803e2a503771c474b62d02670f77e
    a42d2317319a226ab9fdac3fc9975af2236dee5cf60d3583a7de27435368aa25
    35b30b65035fcdc1f168f54d54c15a3a3f26c579abf2df757af98b6b35da7e43"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  bdec843000e36023e29d909b2ae12b943fa12111950e515cdb3536e36bcef2fe"

header_auth.tag hex"7b08026845b020ac7b48b30285671bc7"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"fec53b"
  body.final_frame.tag hex"a9c66a12c376ba1d4a53198567a030e0"
