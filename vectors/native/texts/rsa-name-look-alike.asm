# 424 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"e68907bbf74d9173e313bbf87db3052b"
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
  header.encrypted_data_keys.provider_info "rѕа-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    81d72a9edd9aacd427d8e180fdef9ded635de6382747636cf039f0793d76e518
    ce26fc97fe286df1511465353d8289a305c8b5fd6504196ca98f4cef05065362
    9986b21821b777368b5077ac2a579616d00d09bdb81498991acc6af61dd3c581
    b969d55b3967c2fb5252a3a822d78e72c63cac685d30a2506a61d237ff1af444
    f11bbbb45dd8bf9f9950e22c5432436bff775b32a4f6bd5e2b495f14351601c9
    675cafacf98d44329615c928ef1b1bf938a8134f1a3151739abadc8d8e9d378c
    111968a232f49bbaf8514bbff06b0e512c84acd17311b2a3a084704a339554ef
    fc0797a40240f335664b26f5d3b2b21c4010b6f1d4bc151ddd0ddbf3835be5fd"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"bf52e1b5b020676090ccbd97ecee17a1"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"258d85"
  body.final_frame.tag hex"399ccbdeee5c19a3db836a0b09043412"
