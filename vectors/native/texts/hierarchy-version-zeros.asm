# 277 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  1c36050baeba9767eea5a4e09f3d96a48d46cafa7eb9f28d204bb14589335a6c"
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
    71ccd77e0caec23c1699668229dcc8d0e60a5498329f8adb14d51b1f00000000
    000000000000000000000000b69775757c558a2da94e747b61a113563ea67a75
    3da5e1ae9f0a714ae29016eebacb75750583c61cc0deff9983f92259"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  4468cc1d158949a1112757fc9cfea568bbddfcd33f734ff162a9a3f532b50682"

header_auth.tag hex"c22990620b0b949ee166aa64cd566c25"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"dd49b9"
  body.final_frame.tag hex"dca294696676e91faff0208105d41238"
