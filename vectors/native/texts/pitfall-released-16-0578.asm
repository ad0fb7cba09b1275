# 531 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  e9a92f3ecebebb8ddb96fcf41cd93245e0287799209044bfd2fdddd6ca684f9a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A45pXsJw8HFhm6yfLBHjHHIz9SCA/iro3wkh9tZBH6VUtjVz0bkFRw3MuWM7ymPuig=="

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
    000000800000000c8bb6af6ec2799b7c8856650d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b62df8fb294dcb7f7f1b28b07ee3143926846c89f5159b00bdc5b8da4c670ac2
    de13ba51c5c05e7cd8243274a055d571"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  8cd20643415913e2af8a2a280328f217c6c2bd32d5a90fe22abe552c57d00d10"

header_auth.tag hex"6404356eb83aab5434838e1cdc6700f7"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"767c70c16d241a8e"
  body.frame.tag hex"605038c280f99a6e59ccfd532fa369df"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"798869c24947edf1"
  body.frame.tag hex"f5918d222ae0c0a667a8e292071fafc9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex""
  body.final_frame.tag hex"642b0f6b8c27f9864a8554ee1edb2b80"

footer.signature.length auto
footer.signature hex"
  306502305e800668a2d3ef760bbb8e48ddcb8605b245be5cc3cfecd380e850a7
  2c93a0269f3920724de2872631b08e049222fc56023100b339881940573681e6
  efa02ea974d3917d0d35ee7432a755fde3858c03d995ac593466fd956681aab2
  e330d61bec1bbf"
