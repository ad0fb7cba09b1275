# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"7695e3c4e70480cd2085d36d5d026715"
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
    5181e5db2f275165198cb281863c362c930819027119248400c9fc38f7c5bcf2
    7dd218e2a8320bf42d39c57337cd83ffcae8e5bc2fe97f828e66a21acdd97fa0
    12863d2f82037a4501573e0337affb7db48ca77178895ac4bd9c44ee1410b2e2
    d73b380f497141fa0c3cd3548751291c49fc0c82f7dfd41dc91fe55292b64f40
    1c73f73f6759990305d28f12c61065a9f6c7acd9a02e66371bf6cf1185d9e83f
    615a56f65498fe132f6577578aade8f7f2723ee5932467caee036a354e2d9dd7
    5ab0e34b50e9a135cac14d7405731d395107cee9afb2f60e5a0fcc39f95466d8
    dbd710ef84df73b38c0b8635bedfd91442bd87c64f7784be097d4dffc1453fda"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"bfd946eff23ad0d712677f17599cb03a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"dd37a6"
  body.final_frame.tag hex"34eea13d37fbea0e74d317312233d340"
