# 319 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  2bec423167039a8fe4bb30a0ca663825a3cd4870750ed8d57da3a1f34a615e07"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c943d97b084a5201ba78fcd58"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    fb285c0e87b7c0955226333ec15b61c5e4d3bccb211b94759c10162ae5852222
    cd0e677c36f85d621b046a7f3bd0cbb3fb285c0e87b7c0955226333ec15b61c5
    e4d3bccb211b94759c10162ae5852222cd0e677c36f85d621b046a7f3bd0cbb3"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ad8d535d25e0ba2815f1acde06f20b1f9a385edf265a23e51f66f57ba5a58d9e"

header_auth.tag hex"d87f3d871d54ebd931369b9d3ce21f85"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a7f5a1"
  body.final_frame.tag hex"8d92abfcc0df72b6a11da8119ceeb6ff"
