# 539 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  82284db1d3fad3334c3f9bf55b6c43d2e7b378ae97a373696144adfb6fec85fd"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AzDJPffVMtm8zXtz6/ihV6dCmvUri0DMkjwU1WvniDYaGjcpooTb43EIDK9JQPmhEg=="

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
    000000800000000cc8525940e3aa5e277bd32caf"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    084966046143300273776c3174ee1cfcaf7fb5c4e091cc9d32ccfd77a0303466
    ad3b6e8cd5daca33b3b621b8dbf04e60"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  6e8e1f2d18056f3e8688cec63bcfb5d32bbcaa744a794ae58aa4a034f661b24b"

header_auth.tag hex"c17a0b00ee7869345d15e6b29487636d"

  # body.frame[0]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"af9c9f4e49d9b503"
  body.frame.tag hex"ec12ffcfd89de419f493e063c85c85bd"

  # body.frame[1]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"6676fcdcd13f1f42"
  body.frame.tag hex"8c060ec5448ef53d5f12452bd6fc8de9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"da"
  body.final_frame.tag hex"8da3e8bec0cce4dc98d30e7bf2588698"

footer.signature.length auto
footer.signature hex"
  306502305bf3496cacd60996f1fb90abacf320460bb9ef0edc5a53ee24d68a84
  3ae0aa584208cab159c98138b872d2d57cc5159b023100ba10ec807dd0bf70db
  05897b40278d4095dafbf968633e213d2cd31e5acb77b675abf72c52828e18e8
  2cec34f50eb482"
