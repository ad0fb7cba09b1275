# 231 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"ec4cf53a59f337565db452730c74d8f4"
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
    000000800000000ccf06e7533ddd9fcdfdf0791e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    186a9f6e1753f1b5f203797260186421ad110e127772042d7597386cae7bf402
    e80a69171bfca46437c4559169d94565"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"e6c026049711e97a4e9950b7928376b0"

  # body.frame[0]
  body.frame.sequence_number 0
  body.frame.iv hex"000000000000000100000000"
  body.frame.ciphertext hex"0000000cb958a050"
  body.frame.tag hex"a58a05cc8c5bcb87690b6cf2c1d0e0fb"

  # body.frame[1]
  body.frame.sequence_number 1303828513

# Not read any further: the bytes end inside the frame iv: 8 more are needed @
# body.frame[1].iv (offset 0xe3). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"b0289095"
