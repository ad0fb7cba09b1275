# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  7bd548bc97f5aade8a4a81c43f427dcb9d11881e72c3619c5718a7d7adfdf023"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A9CY2C2DURGCc6T/7EeDfznlSvdgCnripHI2UkHNhEIwpb9OG81zREYrQwH7l7wVzg=="

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
    000000800000000c786f628694c94e87f08f20b4"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1bdc42a87d0792890489a9d3dd28ece2932ad5a126813eb28864fe9ef2edb5b4
    0e3de52cc53f590c1bf942b8a9dc1301"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  711aa31d377649772dc5b78f245feb0a76b9fbd293a830f99474d9f2315b09c8"

header_auth.tag hex"2573829a25b71e719da86c074e415d70"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"63ab6b83ab91f951"
  body.frame.tag hex"fcf26f35a4d7cdc649274c40d9e3b9a6"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"530ca15f"
  body.final_frame.tag hex"39beb47501b941b5f28ae1bc5ae4d3b3"

footer.signature.length auto
footer.signature hex"
  3065023100cf6541eb744a9106398d4fe9535995d24c3f6fcc1d91534ce93f7f
  4f0bb5bd5b42a7982e2d90e8257e4e1dc74164d15d02306455918606878c713e
  a6cdeae1577fb0a939848195df887bc4a6eae9d45da8fa4f6e32dc12e0062b7c
  ddb9a8ba4bc2d8"
