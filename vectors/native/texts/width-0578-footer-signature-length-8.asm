# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  aefb785c950908fd48a35e09f6b2e4e80f1d9319f6712e74f5519cd6ddb04e6e"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "ArrpLgiLrtOgJQI6ZzAB+vku3JcDFFRBue6TQdvU4UOL6vchrSfsSZEXe03Kd9Xl9Q=="

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
    000000800000000c2f89fbba9fdfe51075a3b689"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    eb24bfeca74f19f6b25ae5a070b79d1529e12ea26248f7d7fd4045fae49262f2
    dc9b3cbc8786cee1f02e1ceea241dbf0"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  41ad4aa72e96f92db73c9a9427cdcc19ccd806a7b20ab3518e65cfddb08c0b91"

header_auth.tag hex"1cd5fbed866be82971029d35392b70f3"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"028baa51fb665fb4"
  body.frame.tag hex"94e68c3ad5b7c543a947e4ff01e86f9a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"027cc1ff"
  body.final_frame.tag hex"d6a21f29c3130540fdf982e5c5809c65"

footer.signature.length 359

# Not read any further: the bytes end inside the signature: 256 more are needed
# @ footer.signature (offset 0x188). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"
  306502300b445e6708bdf9116853b41b98508b3a673bf2d76017a5ef803916c5
  e4fce7f2cf0914f44960ed8df3f390cc201182ca023100c77f6b7922b1c51570
  2e64e8e64918241d3ac7f0fa8ce9f0693b90956b4c722132819979d7f48ff002
  ad09352e2fb185"
