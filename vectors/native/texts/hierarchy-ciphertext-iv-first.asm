# 428 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"a1cd3de82f0a42f4434b2fb4e7e38105"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A8wrN1GrnceVuB3Pq0hc80WJ5QNfHOd52DRIQ9iBU1rygCO7z5cFgkZV/hfiRbBMJA=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    502fae4ea5218339b4c2562ef6eac26d87bae5d15e65a6ebc24c1ab67e0c1a52
    3d4b4f6a8c910a1b2c3d4e5fa1e3d1ae4509a5e1e018b55d0099ef9f00fc83da
    dac51fce3d6f426ae9b5534ff7d55c66f474475a121634fa6950e10c"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"09519fece320bbce8681ded31943f68d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"31eb6e"
  body.final_frame.tag hex"44f458d48158473f0f0a7773af7af1c9"

footer.signature.length auto
footer.signature hex"
  30650231008cf229fdd68897d1ee385f6e1f72fb08995126ffc0b49e06b1c7c6
  7b9aa46e7750521d25642e5786896480e6940e030102304da3c764a8ad41cf88
  181941fdce536fcdd23c9be95fc4c9d8f2a48f921c2e3d9861faa949213e1876
  a3dbd368a9bf54"
