# 266 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"32965f3ff4c71183236dafec62e71dbc"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c37ffb4364f5542715ddf8062"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0504cb4bf83254685343d014d800f077e8db758625fe20a03d12c722bbdc1b9d
    b81298732213f4f4b5d9940caf17c4b1"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"dabfab3af10472ffd2fd5f7f0515f52d"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"9182a7e6ffdd0f25"
  body.frame.tag hex"f1e9ea65c0c5b1e1c39027251853a1ed"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"9db577f5"

# Not read any further: the bytes end inside the final frame tag: 1 more is
# needed @ body.final_frame.tag (offset 0xfb). Hint: Fetch the whole message
# again: it was cut off in storage or transfer, or a length in it was changed.
hex"a88c0d07ab0ea2bbe120a3c3690410"
