# 400 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  be4e1695180058e0e569083f2b1158119187897928f85ed51545e9c303072ff2"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "full"
  header.encryption_context.value.length auto
  header.encryption_context.value "x"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "void"
  header.encryption_context.value.length auto
  header.encryption_context.value ""

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d361c2ca85e9659a95ed6367e99d06aad361c2ca85e9659a95ed63677e0c1a52
    3d4b4f6a8c910a1b2c3d4e5ffd75d86f652d11c7033913737bfe09abff33a210
    2f5a26dbcd8796ecd726d628792303655faeffd12b7b9b9a2205d6cb"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    81a3e04b74f867fbc7f424df0331b6bd81a3e04b74f867fbc7f424df7e0c1a52
    3d4b4f6a8c910a1b2c3d4e5fef568affa4f2e78d3259467023967d20dd55c36e
    7ade004757e2dedfb76654fb132cf8fb759570d5b6b1f521c187beb6"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0630c1d705b830ba2f13aca200b8daaec1f3516f2f2efd8834c90aff39d1eb2b"

header_auth.tag hex"cd16eefd33e1ee1e61f69882494948bd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"5b5c78"
  body.final_frame.tag hex"15f21ae61c00df02dce3a3045cd170ba"
