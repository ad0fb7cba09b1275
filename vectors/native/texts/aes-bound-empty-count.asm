# 230 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  998ace9a35fefffd9b35381dd479e2160f6a3dc41cad40bb8dd5d6f72d8f180b"
header.encryption_context.length auto
header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c51f09cedbe98f1423c6f4120"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    12bcd92e9b558d1f571c8e29dc95e84c75020458cf350ed05bbc93a226ef8f7d
    2c923e6359e878a39611d7e3bba52112"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  9e212d2257eefd1919dc785d56093ce98b5d809fe0b3ae52d7ff1583ad855075"

header_auth.tag hex"a1a2e6b013ad8d6b84591aceb4c9484f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f23fda"
  body.final_frame.tag hex"2fb1d368ba4265ddf8401569b29524fc"
