# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  933c50ab4f51911c022b2acb2e2b084290110d00ae335f4f5105b387d7b88e58"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AyFTtFQ9RUlG5RhLze97YZEPnJ79Ipyj4VMt+bbW/EBmPJsXH2SgVPf0MG+IQHsPvA=="

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
    000000800000000cbee32fa16109decb89788b67"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e75dbb27ba28871bbdd420c3492beb64824df43c07442f3083753411d54a7b71
    cfdc10e6294d760f076e45c0df4166e3"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  d36cc759caf6bc566659736cafad4ad57a9dd353d7f22d794625826a4f46f9ba"

header_auth.tag hex"fde6f6c25df72a7aeca0470dc91016b1"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"800000000000000000000001"
  body.frame.ciphertext hex"57e01c750798703b"
  body.frame.tag hex"67d856273ba92d48b98c23b98060f93f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"43a28209"
  body.final_frame.tag hex"b56ef9a248198151c76f1fa64a8df772"

footer.signature.length auto
footer.signature hex"
  306502300d54d7c659b5fd8a8c4d721dba316eefeec750dff5a401f21fe590da
  fdac1ab6d4dbb2523b0e6431f2f308484f89277a023100f2120d991b6034755b
  ff525e43492c631032daa347aab189bd6541be9937cf9a6f3166acb8ac352eca
  8b8e48b0510b1c"
