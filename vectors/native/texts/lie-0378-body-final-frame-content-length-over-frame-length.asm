# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"6ce956a33124121385cebfb9f9a8bff0"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AtSVi7GcI3hVB/e3RA5ijNaOlkWpkspAEepCuj8rNmUp4BV3qFqZliNUmP9qJQwPHQ=="

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
    000000800000000c64180dedf2725bbe6a6f2399"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1ecce65add4beb351fefa128a6b9368e0a675c353f970020717ca670c17b1fc8
    c452ed1e11b91ad59e5cdf1807556232"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"15fa76a2d162a01fa54d8ae4f73f272a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"e549f553f27ffed1"
  body.frame.tag hex"248df7751428f0a3600bfe46b6f0f0eb"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3c6eb5972ed780c488"
  body.final_frame.tag hex"6f2fb207282b96294e0ea90067306502"

footer.signature.length 12323

# Not read any further: the bytes end inside the signature: 12225 more are
# needed @ footer.signature (offset 0x16f). Hint: Fetch the whole message again:
# it was cut off in storage or transfer, or a length in it was changed.
hex"
  7082b383b958f18ac10fcfb1ec32ddea3ccf908bd04b248c65e975c06b4bb41c
  802c7d8f1b8be75ccdcd86a315b7b3023100eca8ce26e925ccacd137ebee554e
  eac1471952dada0943a00ce7b54f64478985299112bfc830edd08d6e240c0b7a
  e691"
