# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"bd5861b661cf6f95cfefd8371638ae46"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public_key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AtvINTke75onfVxtmHqWUP2jC/Y9btE+MRYoqL7ObIoJ"

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
    000000800000000cf277bcf2f0b538dceddb096e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e00d00ba815460fa3fcc87163aac4e44a2aad31ce67d0dc3632c4ea93e460e7b"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"2d86f665a9eb873544a6c2349bb65f8a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"932f04f8486a5632"
  body.frame.tag hex"c579cc6ae5168d5d19db8f244a3c5a13"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"119d6baf"
  body.final_frame.tag hex"36595cf285e08ff127ac93d1956eeb19"

footer.signature.length auto
footer.signature hex"
  304502204e0d7320086d79f96c638f6874d3ccc89fb26e8e4015c99e525ecf7b
  5487400b022100d746ef454ef38d13f8f82a971be61cdb7ee5f4ee041695dbb9
  e743c1e9d41e0b"
