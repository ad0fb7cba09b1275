# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"789edcc2827571d2b27a012ad35739c8"
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
    51b1c502bdcb4c82e485ca718dd2a764130ed1df6e0a63b82e5741bfe52cea7a
    59fc80e234edfb46e17c6c514f99e9372ccd496ebad896812082271b39ab4b9d
    9e40729f68f849f0f74d2be5ef2e88ee38be12dbfd44e396327eb7e0138b4172
    8e17afc5ea3d40ea63b2e0c3f84979e84a329bb59503ec3acaeed76459830d22
    c6cf1339532fd2db2e1af04eac6447afb788af980f6fb59f3793fda4624c4fbb
    7e33751974caf76599f22778ecea821261c7bb76fd44fd90a67704511bb8673f
    81f705c1531d81a74ec3f1cb5174c9ca82b401d45cf3126150861f4bb8dbbf20
    9e9099269590cb0110e74ea4f5e4ecc743be986384c109578e885cbb47889d93"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"958e394058e8b653e1103fae6ca70c40"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4bf45b"
  body.final_frame.tag hex"4f960c838ef431720cfe01d07a803f52"
