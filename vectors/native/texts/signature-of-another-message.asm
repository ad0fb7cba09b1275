# 542 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  fc0000c6d9976c61baf18b2f656c7c3f17f15ad41be3db8c4b25da589f069927"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AzesQNrSDoF1V7mZXKAKbwMumNfQvSacp/Uxk87U6yxaBMYf1Afa7baEaWq/rxaD+w=="

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
    000000800000000cae47a0a98b684d81c5a374e2"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    303eb3489b10accfb03af824fb5e34094d059b7e5a4280bb421387924d2f6d05
    15f768e8d50e2edab903b6a78eb77cd6"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  28fea1180c57ce716ee164525ebdc9c7e08c4374d8898afdcefb533449afd944"

header_auth.tag hex"0d57a9fbf33b3e7f684a9b4776168625"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"2743dcffb5861c05"
  body.frame.tag hex"9e4de6c7c313cf09d555baa0a4fdb6c4"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"4a37ae04459a755c"
  body.frame.tag hex"c057c160873b7e08e26fe0f2ed8bb0cf"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"530ff93a"
  body.final_frame.tag hex"33e5432715c5293bedcd641532c5f93d"

footer.signature.length auto
footer.signature hex"
  306502303b7bde1a07902fc557d47d256efdea2442c7cd087b42cc1def2053d5
  ed6c1ece24896c615812071e9252d0d35b6b97d9023100fb3ae9bb0ddd77b9b6
  2c8ebda061111507679e4be95f024eabd9cea71215b48fa35976a2ea8901b79c
  0a84b9757bc7ce"
