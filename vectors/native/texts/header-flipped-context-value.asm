# 707 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"b4afd9ce96ede2aa577de2edf7ac07ea"
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
  header.encryption_context.value "tesu"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    417948e6a893aca8ec549f696b7b5a92f26fb1f14233c7269e4328612cc108ed
    6637b529aff7bc58f5cd302fe3312c1a9fb9bee35815e89bc46f6dd49bf7fc9f
    55d1386756b0e2ce91b96ac88ebefd34ac85567c01daa99888eab251d4789108
    e3813a42cb201e04a9be0ef85c0238454e7a7398ade2cef209171d62c89f8bc4
    d0631d0a6540983eee2a9796c5ee294d9919207ffa5c309674123dda27c13e23
    7a19193c8ff491fd58213212a36553b292349dce92cf5deb1eae290781d81a57
    d8f784acd8653be02125ca7c21fe931711e7e054f911069f3c3328e1924051d2
    9a3f101e2b9bdc1ef4dd2acb8c08df9cda408c2729cd8e7919ae6fcbf0a4263c"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 256

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"9f94f58338056c05ffe4e1b4728ca424"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"
    58e024f8114b00ee8034ce0941f2ae6c6dc26af28afb52d72ed334ce520837ec
    f5b6583ee0369b3a1253eca83ea80b7ab3852d8617cbf95785ed70747ef982c6
    1c697e902db35157094355097e3b417dd8dce1a0914d023e35b5ab26a13275fb
    ab8c2f8f07e4da1135403f6f6002c9fb0cfcd152fea55ae7c3b0034edda84180
    9083973f9f0cd6d7647469a0445319d6f368d93676ae8d2e1748ead7531959b6
    0f9b89d11381bb0f3f81c9c3e572577ab9ddf3aedcd4d21061ee0eac36d972f2
    0d61b2cb2018ec4fdbdadf9edb4ee11f8cf12debaf83084fceb7059551c80681
    8a4b4b9180297f639c305380cce0c6e16e52bc70e0c77da773fafe3ca2328434"
  body.frame.tag hex"7a8865b4265ad99f357d2b321052e24d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex""
  body.final_frame.tag hex"c440ece2243769068d8d3b285e799ca7"
