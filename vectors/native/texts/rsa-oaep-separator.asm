# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"a1f4c838c88d63582f357f7bd43a4308"
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
    960120205b185a4bffb47cb525f6fc67d036d5f2bf3cb764d9833427b9c4b640
    18aeae9de1a7db737d3f95796998df21f9e24b9988b62717ab623c12cfbd8d61
    73b5f1a526dbdfac94f2826e7594359b024dfe0268eb80ed9f8575b872228df2
    06adb4269c7b8ba52b4fc885bdfc4d875646aab87ab85f4768627ee02316c31f
    9403c77f2dd7da1e7f40e5c073793c0f600b816ed435b177651ccf5101b42efd
    e81f4ec5bc9acf2d840e5b2e441697069117928ad74ce2f8fd5f5fc00e0a23ab
    88e563fa738c8b2fd12afb6d8955485b833c6f8f816ac0fed1b4f68478da2625
    b45ac9929e6557cfb2ccb30bfd2e94f664bc51e96bf5095699bc98eda297764c"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"f234368fd650a6cda10caad855081295"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"45e77a"
  body.final_frame.tag hex"e588f904d920b9ab3db7b65f956bbad5"
