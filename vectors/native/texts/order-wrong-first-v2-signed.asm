# 556 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  4e15fc36220c06bcc65ffacb33e504e214adbd9aa4966e7e016e821dc6769bdd"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AhtgIrx6gxXI+xY5lasOXmHgi+Vxu3upOKsW1+cCD761O8TcH5zTdexHsMgHLJ8YPA=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c4e43fa8456f5549153301ae3"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    80fe34607a0cd22ec6c3733c9e59ff1dc38115ba65cb9a499c9ccf543c24d0af
    e1d5d6df13ae8d3c3ec83c83574f3aa1"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000ca01ae1d84269c05ed557810b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7b434562e2744104f97a51645421e9dae0820c07335192ae31de696ba3d2b62d
    0bf56c76c1e2a332fabe08d1c57a152d"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  75dc012cceff1138977decbab3561dd1d08e49c7900e4e30cee4d4b2b9adee63"

header_auth.tag hex"704046421fe40e9bccd1fc9ae5a6d18f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0fc742"
  body.final_frame.tag hex"b74375b0ab4087ed6500ceb83c63a384"

footer.signature.length auto
footer.signature hex"
  3065023100add81616a03167fff4120a3435620eca4ab2dc48fe5bf80db94ee7
  f78089418718887f32e2a3ddd4476663a7f299b63802307132840870f0cb2670
  fb4a7369b3237dd9c777be83688e72f9c742accd91c38093a20a1c632f5b2db7
  21920cc7ab6156"
