# 437 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  84441a6bf35876e00ad3f10282598dc938e5307ab7a94b8e1c7dd7f30cf4e2c3"
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
    34be8bbb1c413e9000000043040072e0cad01d578773bbbc0edc75cd30ffdfd9
    de6acbe716ac110ab2ecc35bdc88932fd127bc62c19065ade86982d6afade5c0
    34313fed817ed57771895a4c9d3f03"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e64e2baded55e0ed858083fe03829e453fb64cca6adb5da2755d38753ff0140e
    74522caf52e675168f5c75466b7a3227e6bd72b0ac97986ed69abf4de8c25e49
    b46de6efa37ac10ac4239c0111e4bce3e33b9b1f2163186a28ee715ab2fa398c
    ff741be6feef02781b41368eb5ee781a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  725bd27bb585615b6210a4c27de2b66d79cf25f42680a56b8e07386ca6c20c41"

header_auth.tag hex"5d028d27b6ae0891d1181b27bddfd6d0"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c78ca7"
  body.final_frame.tag hex"9a49da57fcd81af82b184f880b044fdb"
