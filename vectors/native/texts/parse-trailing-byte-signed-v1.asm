# 503 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"e840faa2c0b0f7a7f4b6f9ff72006795"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

  # header.encryption_context[4]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "An0rYeGv5T+BeQm6YGa7RTJcJaisIqSt24w+ZL55xt61Zmj0Sgu23fu6NompXU6wZw=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000caab6e4d282c0a24d75855eca"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d4101d459435180284e5a384c93dd4d26e513f3ecadedc9e95595ccc5da3e6f4
    96f0365bf0a7c3ec145aabde93e99511"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 1

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"a2f5335cd57b9f883aecdb676d6aead9"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"de"
  body.frame.tag hex"58536e46b1d685e417db66ed8258bdb2"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"79"
  body.frame.tag hex"256c5c0f991a3c67500ed8034e732490"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex""
  body.final_frame.tag hex"7df24f54b5871dcbd85964ccc762c5dc"

footer.signature.length auto
footer.signature hex"
  306502306455692d2bb7b3a70b3ad8463a7bf6c571f875ee4d1fc36820cf799b
  fa9680a876a930d70a805339773e6214ee1dba2a023100b834d95de15fc6781a
  801ff02b8b38dbb2ce9000a3ba2e25c3aa8e1830e426189dc01d70db021713b9
  3e2403ec3ce136"

# 1 byte follows the end of the message
hex"00"
