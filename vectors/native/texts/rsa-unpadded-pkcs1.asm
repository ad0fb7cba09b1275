# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  b6612b8e6e03ea1cf9968cada0d1c726c95df3e32997d348a52e65f1eecf2543"
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
    54690c15c52be0c657a59f60101f57be9ce9fe598026f6f9fee83c6ea3658ef9
    c4d42d67fa3e2ecff505fa1759e75ed6fea5a7339beb1818a2346c1b3ebc3479
    d738653b95163510e7794910ea3eb583c09aabda4b6bbff345a38cfad9e67090
    cc5f45b9274afd5dc1ca2f701b5d9cd1b289942428b807f3c17dba53f87002c8
    06471c028f49e17c74ff57281551779badb89de1fc0d1a74a1b308381a5f4851
    35d1f9989a3d2ddc651bc735d7a63704bc72af249141235be1553c50fc550d85
    0e6db29c10b70c7fbbae52bb996603d965d51ec7e12f7d7b7b3738f59a2a40cc
    f67360e1c37b72c75c1fd891e8c423d44aeebde058cbfd2e68550c8c21789e60"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  188502f29b94bf4fc435b4dd4eb1be569a48e82122dbeec2dcb36dd4f05afdad"

header_auth.tag hex"0272135c496778addcdf9d091e2fbfce"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c04049"
  body.final_frame.tag hex"34b57bbb9d594eb7db31b5900c669cda"
