# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  745af03157bb82897b2e351b4568804224dc1b645bc04c7b1e677952216cb341"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A3VfMBKI3ic64RCcYzdVshLqkZbrE6uqMa0PVFpfhXXcf6DHPbw45vswrzWdVxSaew=="

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
    000000800000000ceb24088b047b79289771a60c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    f6933bc8ac456503926086f9f6f7775dce1989307b75f7f8c7252760e295e025
    a2833e915f12a2682952066be60e4dae"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  84d21feee6e552941bc3441f4a9b8a61a93c14411c42b9f50e2761999bae793f"

header_auth.tag hex"1e1c3157449d9bcaae1f9fe874b1eaac"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"df4e3d73c0ee4db2"
  body.frame.tag hex"0916c34462277f6f0d007fc299556151"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"79f3078e"
  body.final_frame.tag hex"7c6f480e67a1875f3c1f14f617532d5d"

footer.signature.length auto
footer.signature hex"
  306502303935186a9cf1414c3626aad99e7b778b4fbfabada9ec4148d3397749
  91ce81833b7d74ae29a3f21bb6dbbbcfb863049d023100cf0ee7f82d73573957
  82d30e1d415e2ff3b726daf2acbc0adfff4a548869ceea6f846aaf681d693e11
  57c4da3121c032"
