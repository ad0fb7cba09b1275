# 460 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  3f562ef0e1318a2953f5c4b410de05ee1401f242a4278307f53d6594047998a1"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AsLqGDswMU+fx5ImsVOQTOXdDZ4QL/GJ1wJtG61X5AXLUvpz3x4bMdnMGanSfL7ywA=="

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
    000000800000000cef5444b4ed696e69a93a539e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    245134e5e8e8e458d2b81123c8cd9036dceecb65e0fe92b943e97242575bd877
    1565d5df16ace8976f19e99c0c8dbab4"

header.content_type 2  # framed
header.frame_length 100
header.suite_data hex"
  66f6c308ccd0177d70915a8133be6cd67965a240a796889f68a48078932dfd77"

header_auth.tag hex"3e81aa321736afbf29033085f5c2e145"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex""
  body.final_frame.tag hex"812228f52884818156173c250f89f7fa"

footer.signature.length auto
footer.signature hex"
  3066023100cf0b51cb7c291a12ebe8ccbb583bb8180afae805294d73401e1883
  eff040dfafd9b4d98bb86564ec538f1d32904421b50231009063c725882c0991
  f5400f362b2e6126eb4fec9552d7af522e05dd22859292219cb512b249258b65
  5666492c3a46dfed"

# 1 byte follows the end of the message
hex"00"
