# 457 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_192_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0346
header.message_id hex"e46bfeb1dc761cf1231c28cbf97eb4c7"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A+6FjGesp99vdB+NHxpxeruIpWEwTnzlsisELPR+RB1eVS9au1kTWAVb8H7F8UAEyw=="

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
    000000800000000c32ffeffefd80a355524478a7"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    fe2dfd86545e097167df1de277a834f8d2c09ca00c9b8a0559e364438aab07ba
    904bae3790e632d3"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"241cebae4030000410bdb351d63a1ac7"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ff8701f35769997d"
  body.frame.tag hex"edfbe19c06ea8d9954eb3e11dbf45f01"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3dcfdbfc"
  body.final_frame.tag hex"5cdc4166ba516350ba5b93ab3f476b5f"

footer.signature.length auto
footer.signature hex"
  306502310087de8c4e18b5e6cbc036749494b2a3094d12f17bf5c5ce0547a1a0
  090e4d02ed50b75a422d0ab697749c11ccc274d5a002303c414bf9fc637b2660
  cddec5c05423f56d33b2b43178fe09897b95390cae89c0040f22230d30c0631f
  0827d8d3f58fac"
