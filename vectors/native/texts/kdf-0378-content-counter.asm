# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"f7754161a5cb55ffc5b742a9f1bacce1"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AgkS7etf3w4etrypSndxPh6fB8+voerainSWGEAwhs+3MExT0OuQgCeGZ9yeUwZhBQ=="

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
    000000800000000cd007f578aedb9fdcee64efea"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    bf548144c9c0e782849cc1f9f92776d4e2804555ac8b9d0e96c6c0e60773325b
    f23f39635a1ae822fbaf0058bc2c31a4"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"377e788181cfd0674e399bc7a3480462"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"8cc5e93f53750ac4"
  body.frame.tag hex"bd4444f22f4b12f4d859d9407e510759"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d08b1f7c"
  body.final_frame.tag hex"d41a92f9bb80233aabf5f9bccd87d8a2"

footer.signature.length auto
footer.signature hex"
  3065023100d735b87b3e0bca8115e104ace0824a32133e5f0cbc957fe9a03462
  b39ae1326bf37c2521d74a687bf07d1b23443e285e0230290452c842a7126eca
  932409dd44369c1a90dc86bf217bd6afe37243aedc5734aace733ba721716cbf
  d08cda8cfeb65e"
