# 421 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"1ad15e4fd6b29b1ccff754722fd64795"
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
    dff3048dd6fc90ce88fd29730cc0bdd506a964c58a9ed45b4afcd87c2346a93e
    6163c51a6291e8f076098eb5a392239f5875f7a50d2f8e19601c16ea3691d60d
    3b2713f51fdf3cd4b3ec9e5bbfdc1de196d465b9b9c4ff07c904c0cab880525f
    129f23133e9039a96de167cbbe5f4f3881ab261ed16b61f5d9f04fa59af90e8e
    bb81c523f281767ec0cb618851a26d196d921a405249b1c07863152b29666dfc
    36f83966425f37f32e7812b47c1ed2b19cf47dd9c83a2672a896138581e33ec6
    6e4bb0d9135c1f6905617aae5789fc306fcb10776cb579f1fe6da955462ee8ca
    e24ce027a69ff84b33690f219ac5adac18f9d923098cb4cf76ef4a0c02304f"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"04d91d53c82d15d685082b9a6c85b330"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"591f9d"
  body.final_frame.tag hex"64ecb951a580462c0a3971c1c3220bb3"
