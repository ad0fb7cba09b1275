# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  bb480234dec05833171c044b1a447ead880cfe81321be9555d436325a7093344"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "ArMz/7B9lBrxq3SP9eC8PE3IUH+aTIiKL8M+gNGsZKESmPWJX4fwA4TBLdOmNaHyHA=="

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
    000000800000000ce0114172b8c49fdcb6c74ecf"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6196fa03f4b200e5c4a9c533fcfa61181014cc19ab9405ae1715b99c2075e943
    6149bc4d80a6d3a88fe86a9c6dcabeb7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  3faff8a7947eec1f67455b6514eb43bff74b9e117a7f4f1e590c8fc1ddea8731"

header_auth.tag hex"f1ccff73d67ce1bc010c77751ed09c5b"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"32b575b9a1e45114"
  body.frame.tag hex"bf6bfc7b27aaae5ffd5da2656724b612"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a8adc640"
  body.final_frame.tag hex"f8c4ffc4c6ede69feb1bdea04f848f41"

footer.signature.length auto
footer.signature hex"
  306502310091a1c5b338c59f3ebdd5e053c79de657d94b5280465820db6c6e21
  d6cc7262372f44589756aad516f4e6a59065ed26b002301d0e2744e67341edd7
  00f8f4274024000f1751622b13a54b787c85e7efdd2f1e776a1c507ecb9b0e67
  abd8ed15f7da11"
