# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"0db1ed3a9261accc797aa6004ea4f671"
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
    000000800000000cd84ec1526796de6766eb35cd"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    36437089525d1ab7d98502aed7fba41dd25d400fb405130baf9933cd515883e9
    7fc80132fdb2b9196a4e6f66946c6486"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"d3662a41fa04ec622f69eedb29e3d982"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"09665621607dce6a"
  body.frame.tag hex"e1426810ec9674ad9ad6f45ccf96cf01"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length 260

# Not read any further: the bytes end inside the final frame ciphertext: 240
# more are needed @ body.final_frame.ciphertext (offset 0xf7). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"2edc9601cb3624df734186ecc45b12630f9ab895"
