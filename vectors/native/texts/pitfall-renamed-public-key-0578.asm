# 428 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  d9d40bf2264fcd36ee0b34fa8cc45bfe1ca28588ce36ea41726346e075142b4a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public_key"
  header.encryption_context.value.length auto
  header.encryption_context.value "x"

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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c90dafb0f5ac2a801b4910e10"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7c6842e09340dfc700fe9e9ac6e33fecbc0d898ffd8f5aeb186be9d00966cdda
    d34385ca7da774678fce9a65acac2ec6"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  8fff4b4a8e5375cf22ed0e3016808fe19090fae3d7e618b72d545d2086b3e1b3"

header_auth.tag hex"b9e409ec362cb8fe44cc2f002fd5fe40"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"9b31fe31e51e366a"
  body.frame.tag hex"7fa0d1cc450de6044eee434af9ea9ffb"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"822587a8"
  body.final_frame.tag hex"b4fc566b4bf868b55ea3f4ba94eb3e0e"

footer.signature.length auto
footer.signature hex"
  3065023100e4f89001929b0b47de1c87ed9f90b71edc74277a91ac0afa6333db
  8229dbc66ae506d12efe98b773623ef1dbeeda9097023027fdff6564bdec3beb
  4350cf4e7dff754c097f54566afc526660258ce3f61b64f399df3cf1e7c113d5
  35b47fa3ebbe64"
