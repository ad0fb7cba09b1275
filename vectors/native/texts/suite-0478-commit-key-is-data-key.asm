# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  2bd5a1423a87219f65ed8c4c6a02626e317030a6286baac6779a033e22bc169c"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length auto
  header.encryption_context.value "7"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c56f247a60d8c3e59ccf9514e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7801c1daed106f6ab3e9fc669ea19761ba0a3aac2cfcfe4f823b68e7e3869209
    eaf8b8ff7e189de2b8413cccac5c5b85"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  3dbfca60680e3078dc16fdcbb77a7d8ef67ea6cbac07c402bc6e46d842317d2f"

header_auth.tag hex"876fce4251e0a2415ef11c856ff1cea5"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"0dee080eaef4dbb0"
  body.frame.tag hex"3956e01464069002cd626f35fe983708"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"8fbf8aaf"
  body.final_frame.tag hex"6642bd5b34452760ea9a246b5a61076d"
