# 706 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  d20e565448cd302e8ff0b169ec3eb43751e9be9349e10c1bd3cd7fc2e79a933c"
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
  header.encrypted_data_keys.provider_id "raw-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    010000004302018a6e89037143f96a4d37f8807408fac2cc700631b15441409b
    13cf87554fddfa8f66f66ad16b5950bf7d2d6309b89adba58541e42f5fd777f8
    34be8bbb1c413e9000000043020072e0cad01d578773bbbc0edc75cd30ffdfd9
    de6acbe716ac110ab2ecc35bdc88932fd127bc62c19065ade86982d6afade5c0
    34313fed817ed57771895a4c9d3f03"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5d3d6d05bb2077d35821b4b537175945d04f6cc926dff945a1797dcffeaf9bb8
    08024e6a5e88ad2825731f6c60931a08b54f3e82baa55680dafabea9a73a0d12
    9d351ffc379c212b37e5b11300aad71d9434ad67eb8edbbebb6f74ef3e00f9fc
    64645513598bb96a9a6f1335f63e822e"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "raw-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    010000004302018a6e89037143f96a4d37f8807408fac2cc700631b15441409b
    13cf87554fddfa8f66f66ad16b5950bf7d2d6309b89adba58541e42f5fd777f8
    34be8bbb1c413e9000000043020072e0cad01d578773bbbc0edc75cd30ffdfd9
    de6acbe716ac110ab2ecc35bdc88932fd127bc62c19065ade86982d6afade5c0
    34313fed817ed57771895a4c9d3f03"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    f487bdc4578ef0dca6ddb3e5719602d65e61c792cb2dd0b27fe229a783ceec07
    476b79905f5c92d633b866316815065fb8a23971ea29db1dbce1ba5b7a04243d
    1fd9f9d2a72923334e98f00847c01e9d6cbf71ae7fb3df4d176bd691a6b34794
    6af0ef51c943aaaa521ca98f4c05deed"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  1f6939b12014baf4ae92f187cb98d5922ba156bed59763fc216077694eb42878"

header_auth.tag hex"6d28286012ed19a2be2f5d256298acfe"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"61f767"
  body.final_frame.tag hex"6a436a0bb07f08a8de999f76605fa23e"
