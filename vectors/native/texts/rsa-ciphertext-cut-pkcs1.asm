# 451 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  a02a553ae4dd86724d84cd7eb07603f57c71f5dd96179b2f3b07823515e79b56"
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
    804887c4dba2e207b0dd60accee5ba2bf404a67bebe34cce5a6b46e1fbce42d3
    f727223bb08d661e9dff084d2decc8ebde0d23a825caca06eb6127794b65259d
    2aaf3dd19dab00ec3f3fa4e4275380b45d7ba821dd244ba7e03fbcf25c72eb2d
    ab72fe5612759cf5d42bbe77dcbbe558ecfaae0d54f776050c4d33ce524f186e
    a443b08b283eed21562de9b78b97fc9e9c80e2f171b75e2ae03b4653641e5233
    9e14c258983c14ba633b203a2acfe8c451a61760d8eada0e8862a62268ae3b2c
    f8c6b13d85ee9aad398b1c9dc93f63cd93823e07f9464f7ec4382816dd7111dd
    4f54d56668c8c0909fd116d021803aaf67beff15defdb9aa9b912146e7ac30"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  cf6cc049924c2d2c50565a54885dbf82bd9bfd62402a2e9200496ce1feb8ad01"

header_auth.tag hex"09f8d5092f36a83a469924868efded83"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3c5d6d"
  body.final_frame.tag hex"dc18e75613175d1c9bfab9030a36810f"
