# 542 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  1fee5351f16a2a92d95e906a74c2931e5f7ea02162419d5fc5826f44d860f677"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "ApZ34vg+8KnSQaVxP8VwwnhM3bfkzUbSy9xsWXdxXKbrtc7K/vgoj3D2n4sVSQlXHw=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000cfd4f3a8b24da8111fdaf7aad"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d2f7a2c3bc952e179d0d6379cb14bc5551ef80b4d6c2e96d13c81df210bbc721
    4c821359db741dedc75c856772ff62f3"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  8c91b4fbf3e5f9bd835f7b997dd1f2eb1fe40d724ef9aa22871e83ca7e28f402"

header_auth.tag hex"3cc63d70e22cddd4320b1ed087eed1d4"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"3ec30177c3fadea9"
  body.frame.tag hex"55efbd69f85b147f6fc50c2d96408b45"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"a6db8f2c515aa105"
  body.frame.tag hex"947a7d0d98f93e3f90645a11d2b4c3c4"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0928ecc3"
  body.final_frame.tag hex"f231892d186f0bcbe3ae49fb809ada96"

footer.signature.length auto
footer.signature hex"
  306502303ff21ba5fcf717d390eae9ee3c733620397dd0594f52e154ce623535
  b62f5f2151b0f980d80a334b624bcd681ed46a5702310089e6539012f9c68fe3
  72592a82c0f3893e026a5cd71765d13cf943b803b72dc1df209a26c9fca9a2ff
  da9e97709a55bf"
