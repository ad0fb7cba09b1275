# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"180763cdb01a2e91ad234161f44f16b4"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AsU5b3Z94q08rrnME4QK3aeG3Wo7MYzXhZ4s4hyqeGs6"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[2]
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
    000000800000000cf0188b092b209e337ba0d9c7"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    dd59010fdefdb5c11316c6b2e7cee5ec0d683779e6fc722c09e4e6efe536e80b"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"6d6450586b8f83296076ad1924ede70a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"9dfbfecb91bd0084"
  body.frame.tag hex"87843bcbd8b3b415b662e86b130056a6"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"aa224e58"
  body.final_frame.tag hex"8f57a16a39eabd27c4a2af17a40dc1b8"

footer.signature.length auto
footer.signature hex"
  304502205a150b890e05ec6c1f13ea525dd4d7bdf5c7b03053c0d56210df4382
  d73435700221009be846a4fb43cde4e611e8ed84b7e3badcd7ab251d4b08efa3
  c28fcc309f4d28"
