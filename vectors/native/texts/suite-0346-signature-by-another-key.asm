# 457 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_192_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0346
header.message_id hex"355fc4b69354d3503e50c9f2a1cfd847"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A3n7G7jljfy6F2a6a/baCy4KE/qd4Rd1UyxKIWxfH0KVm3BBS0bZlVovyuDMz5UqQQ=="

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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000cc5bd9fed254051ee52e00d45"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8d8a44fe2ddc5880091fc9b9099bbd7a8d6d24fd7d0c096b021796da40d00644
    1131ab3c246cd9e0"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"a5a992fef688906e4d3223e477ebf0f9"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"325315ac9f109b96"
  body.frame.tag hex"83af61f35d6eb57a4eec8a635fccef02"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b7d64e3d"
  body.final_frame.tag hex"1b7a629290de3dd0fa9b8800a8900dfb"

footer.signature.length auto
footer.signature hex"
  3065023100b65e72123a666659e1eb4f54737def7885ddece5b5a88449103d9a
  7c537a25aafc336e369901b0e9f34dc239e2e54cb902306ad9bc90bae8082705
  d18d3984ebbfd86eda51eb47d450429e1e82676a16e7b36e5cda815103cf1424
  cd3be0ad39d502"
