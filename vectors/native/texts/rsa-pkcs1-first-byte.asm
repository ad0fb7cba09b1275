# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  a4b46571b9aa34158cca4a124e795b98141229e55410555b99fee8a6ed0b959b"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    30861df8ed4782e19809f5490e41dffd4d28e9212cff205bd2600263cefd5195
    428297fcbbaeb5ef27f8bf1dab84eb28299419cf2aacfa8fe722f27b26be4685
    6ebed552f68c22470862ea397677880af6f4ade254810c63562c9ef66de296b5
    6855735f5e8fa2ff73932966b3db4d017f405be4516f8d0ac5ceb2c1f939cd00
    3ec07cd78172f926c080cc3978a228ebb5ad8cc9bf37dc611349702e0cb5fb17
    a0643fab4606d34b8036eaeb55af86f016adc7831b3639c85ad3e136732d571b
    392e5278fe7c2599e1e4861f46b600288c2fdabcb594fe6b3255082600a0b144
    a206be3a64586d6db6479834059ec0a7cfb39bd4f2f7300ce34d67bef2a75388"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0aa4ff780fab8ffdd5f880210e9accd547fd362c9dfbf3a679aa09e370f8b005"

header_auth.tag hex"1e92c77e0230a67c8e726585f62533b6"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"84c7c7"
  body.final_frame.tag hex"a9ac1a64aed4d804d950552a4e364f18"
