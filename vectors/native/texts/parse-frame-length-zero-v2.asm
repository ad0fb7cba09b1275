# 458 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  3726ba908dcae24cdf586d781315c3909d0c458a1aea76f1ff7bf850f4a817a4"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AgYKEau6xtR/GiMayrnKYOjinWKfDX/YVMPSZ/X3QHyU99szYWW64CBQZPj3UsQT0Q=="

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
    000000800000000ca2ef70186ef4e6c19921742d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a9cf69de5f8dfb0e1411ab7fd0807efcc177cd6e466f69ffb05ffb85bee5ad20
    7c5fb5b1262e98aa5f96b1877dea77a3"

header.content_type 2  # framed
header.frame_length 0
header.suite_data hex"
  238d18951f539af795945a2c80e0af5df45a1ec279ecdf50fa1d8d7996d34eeb"

header_auth.tag hex"7c11b7d167f22777365ae23f90e8b236"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex""
  body.final_frame.tag hex"6680b16c98364d100003ec542b9b71a2"

footer.signature.length auto
footer.signature hex"
  3065023100ec77d05b4cfc64b207aea1de0f0f80cffa0613a26c183b927731bf
  94009939250bf6fb9d8cd372d7ac3fca05bdef627702306e55dfb4dfdd1f2901
  ebee80ffc695523b17419053657b5719480855d9e3235c77665c67b937d29be8
  2e18f654209c74"
