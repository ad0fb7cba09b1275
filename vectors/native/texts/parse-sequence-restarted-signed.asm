# 579 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  63ee758e726c6528f0f782d81a8bc97eb609be80923bb08373e08a273b5d858e"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AwfEe/WbpxiLIQd+OzNncg5zfuX8szdRBdXqMV+M14Y63ab+Kuc7Xh0Byf3xSvRn+Q=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000ce97322be3a58dd27c9c775e6"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    f70236b8904d7a78e5d742927bd38c3842d6051b6044ca2a9e4050e7634cb332
    e67832f10f38415170a4437de52b8d31"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  df5aa48d817981ec326c24192e6f7d7b5870a791950c4480776b21ef802b5831"

header_auth.tag hex"ecb74a8706d0baca0daf733e74ce7c66"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ef5916cf114b304e"
  body.frame.tag hex"a6f07af2bdcfcd959f1b809d5350c8e6"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"ea81b1ebb563c5f7"
  body.frame.tag hex"2bafd987ee5870641831bd142b39cedf"

  # body.frame[2]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"33347f41748ade30"
  body.frame.tag hex"eeef464d42953803990e593c514813de"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 4
  body.final_frame.iv hex"000000000000000000000004"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e7"
  body.final_frame.tag hex"0070ec1ba6e42bd1a84e19358beb3c58"

footer.signature.length auto
footer.signature hex"
  306502307ddd760168f83e5979a034f87e8fa4978a2915ab1ac8231566b798b9
  18853f6da493ba161dec114350e7b30da754b451023100bfae42f2d7eb76b3d4
  2c755a8ce75f1fd809fe4bf0b2e9cdba439b0dccb9605303e02986fddd68209e
  313a70145b9670"
