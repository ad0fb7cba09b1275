# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"a21f67fbf1597aa2309745f4589e04b1"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AnRVl/jyxTw5MYO6kcx7IFVef6R2fHsUlcyy29ouXJ2X5PtaYXgiA5yiimvI/rXOGA=="

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
    000000800000000c794f62c919347e222b2cf09a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2c76c51af89dd4e7ba86a59203e78b930acacf5df5a5cf80e846f0e46787b30e
    e14adf69b20aed8042e32cda0857ac5e"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"bb2c64a461556618001ed9dc209181d1"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"94d7cc113c72fde0"
  body.frame.tag hex"d5e5b1ff1b81c4661afa2def9d1f16ae"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a66e04bc"
  body.final_frame.tag hex"ef41fbd7ff426aed43c777c3d1bc6fa8"

footer.signature.length 65535

# Not read any further: the bytes end inside the signature: 65432 more are
# needed @ footer.signature (offset 0x16a). Hint: Fetch the whole message again:
# it was cut off in storage or transfer, or a length in it was changed.
hex"
  30650230533272ee62b2633cb226f6ccee3226844f45f3fd6ac5e97caf206eda
  9004e26b6699d5e88f9525e66c6adc96858d9471023100f7204f3d74a61a61ce
  58c6d7869b5f71a66379017186af30f5144dbbae374c84fd25b9c4f731241000
  e111f36a580b98"
