# 542 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  5d9eab54880a7bc6032629375d63408607473a3f449b8d2c89f36df023311ea6"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "ApAGdy3QZAepp5Stj50naM4QmoyPVzY+5SS/ozPavdXBv9kgiTWMO46KhOw0jFs5vA=="

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
    000000800000000ce9c51dd03cd9297527c9dce2"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8687090400958ee8b15a6ddcad8af2b08ac5ef37a114e3e27ce724f94b17a90a
    e17e02f73ad690aec252cda18eeb2728"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  99bf89f35b2b3b7bcf5c627c339c946f7b1a2d473b704991e6629d95062982ed"

header_auth.tag hex"5e343a4fda43a180fb599b6fe9ad7f30"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"84646e28e6b4d06a"
  body.frame.tag hex"ce17367609b4f2d23faae0d39459ef0a"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"1b400f99b610e0c4"
  body.frame.tag hex"bb55722e12f29f8663fdcb2deeaaf2a1"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a58f6740"
  body.final_frame.tag hex"5d478799cf639854722ea6210109a785"

footer.signature.length auto
footer.signature hex"
  3065023001a9a3c725ddc62d6e37adb2ffedea5dc30aae28d4cc40b39642820c
  175702f8157e70abf00685ad295b56220bdf6439023100e8e47631639607d71e
  67040acd7cfd5573ab279cd590e5797ab652179e88314440c38f48e6fc3a27b2
  e973b3b2ced842"
