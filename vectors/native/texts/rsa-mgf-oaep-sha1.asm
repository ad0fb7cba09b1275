# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"a2996237fd924208db1ff61b40daeea6"
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
    9ba077af52e699596c9d10cc4f544e9d0f8cafff6fd6c1a671ef9310a743b28d
    5b1b63d8a58262ac9a8bf314b13916a30865636276d0b740439f36d308003cac
    fcaf2d2ada9ca2477f25fc9657b457ace5f4b1bc3b230fef3b2be0cb1e82d896
    5b4a8cd0ecc002602c8e0c65bc0a1e1ab2bb5ba95c67e7fcca4a5ae7f2020667
    b15474787e49c8292f6787a20518301c345239e5da125e54500d3f247bbd1353
    d3d1ce2f6e47f48afce589811f9deab8d66cca8577747afa42bf6fdc2d6e8675
    e2f1b36f0d5f106459f14c4274649713c345c6ef1b1aedec52f236205a15899c
    684101884d40aaf9e0d4daa16836a99345ba3df75928081ee4d3beb67957e786"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"6016715ddcc92ee485e0fc86fb973a49"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"907fb0"
  body.final_frame.tag hex"33d4cfcd76bb2677e54df62012259f7e"
