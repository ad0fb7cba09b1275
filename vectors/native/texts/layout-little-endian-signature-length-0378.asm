# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"67855568a86f1bcfe8e4b4528d1462be"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A7y4t6L8n2gcTQ9k8Ycu8LC+QXRjGvAIX5kqU3k2g8IpA64D6rKn53+dd15xEh3Dcg=="

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
    000000800000000ccf581a0a9b2ea249280de8c0"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2a16ff48ac516c4e3aa3e66e1601d664db55b2f1b301d8b1e9f5d7ba9a464b19
    04097339f00b401ab7f174cd68a2c8b3"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"443fd29c398f7a0981f19aa72a07365e"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"b07dd6667a69342b"
  body.frame.tag hex"fd2676d92765fbbc74214e7c9a9b2652"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0919bdad"
  body.final_frame.tag hex"a8899909a9e4ca800ecb56c7b64336b4"

footer.signature.length 26368

# Not read any further: the bytes end inside the signature: 26265 more are
# needed @ footer.signature (offset 0x16a). Hint: Fetch the whole message again:
# it was cut off in storage or transfer, or a length in it was changed.
hex"
  3065023100c36bd5fc88cdf85aa69a0944a3564cdf8500fc2d0dcac8884912c8
  8dc02264755f2cad8f6478db944402be17e658909b02306334d891c6acf1becc
  b517399b40d7caa9bcb550cd543db44b9e37cd2c7ffd182b128a4703ae4510bf
  1a714c81f9d6f1"
