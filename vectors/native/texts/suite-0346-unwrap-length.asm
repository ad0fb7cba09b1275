# 458 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_192_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0346
header.message_id hex"1b377e8fb90a46ddf1439b55ce608a36"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AufKZa7pnmx/PPQZs/mORuKUUIT1GVkQuG1jKXq5s7d2BuJSkKpH6QrcC5J4zmdyJQ=="

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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c05f5fc91f616524eeb7de6d3"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    910ddf8cddeaedd0ddc862f0ebcd7b5e40aea0f0effa6744944fa3ca657cd22b
    c31da4ea0ebc6af4a5"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"043877a19dfb8ecc8d864715b3a2edae"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"70531979db7c1bab"
  body.frame.tag hex"88d5ad90da9818ed56f20b8818a8595e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"be1b90af"
  body.final_frame.tag hex"31c29a42692ccbd070bd1fb302e23720"

footer.signature.length auto
footer.signature hex"
  306502305e5fc9722cadd6fd0246d80d188a77762cbeab23b1397071b8d22310
  657b216d85030311d91882139c10b828e956cbfe023100b86d36ba3b4e6a82a0
  a7cbfa6f7147013840ff7b73cb43ab4badb70be21745a4198ef859dc39c86d83
  8d468ec6c8e146"
