# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  cf884d2f8e700b41e4f22c4fb1671801ec1094b603d7c81b7599fad78a302753"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A+YWdM3NPhbZguvWeSNAUEOe88UOsveQ7NDd3nVkO/dCaoYbKVUu389GBb/f3Da2xw=="

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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c14a512a56fdd8bd4972815d4"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4a9e0c815dfe86c5ef20e2fb35ffcbbdbd5fd17e6dd944aa0e2e798cb3073a38
    bf86330202a08ca987f07669e293ad06"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  863cce48d8e044fe3753defb3f8492cfb60a00317aaee0a1f0beeedc16ca2557"

header_auth.tag hex"9d16af08ee86121016e8ce62e68b8d33"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"26e7b3e26506da7c"
  body.frame.tag hex"b0fda6ca15e541dfb3df0d1e717647e3"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a7828cae"
  body.final_frame.tag hex"4d4a8d849d47f8bf7017c82dcc7dbfdd"

footer.signature.length auto
footer.signature hex"
  30650230153849a6716e443dada190187578a1383a10d168f9d1b2f754578da7
  dca8a82776f18b310aa40d669b67fbf352391908023100e0acfe31d046381c10
  efd010b2467e80acb103c572f0b7327d47f05b1833a024ebb2ac43822e350c05
  49a67375b00d79"
