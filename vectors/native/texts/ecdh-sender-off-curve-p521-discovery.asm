# 635 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  a7666a3debb83673083715a2d59bdccd5ff562cc3c875686b7ef6e6bab99fa11"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AgL/kX4aNGvWduxbZMehckUy1v/ukNQJsuPawjE3H5IwKuiycqjmLb8eIpwKxCFXsw=="

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
  header.encrypted_data_keys.provider_id "raw-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    010000004302018a6e89037143f96a4d37f8807408fac2cc700631b15441409b
    13cf87554fddfa8f66f66ad16b5950bf7d2d6309b89adba58541e42f5fd777f8
    34be8bbb1c413e90000000430200000000000000000000000000000000000000
    0000000000000000000000000000000000000000000000000000000000000000
    000000000000000000000000000003"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a58ccc8282ca547bd927c8ac84a89f3f013a71c14d06b7ecea63bf9d15b79c18
    4f5f763a1eb6bf19012d2f183a1d54aa0d936051bba11d1ebe5752f1f9e40390
    992b77f46a3b7e9f403e59a6b4d5ba632f2fb8a8c40f9f78f0b036825e32a4af
    87225d9e5da6b7044a34cffb52ae2a27"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  fc8b09991adbc8b76c61d7db9e0f62cea7689d9e85ce5d454610bcc19fb84e21"

header_auth.tag hex"64d4a19c5a6c1aed91009f8f406801b7"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b286c8"
  body.final_frame.tag hex"d376190863634ab9bf8857962b9c2425"

footer.signature.length auto
footer.signature hex"
  3065023100c86008daef46f3abadcfd9a4dd8a4e7707d1a607b29e70a82462d3
  79a81212ed0eb929a6d70b8dd67f7fd9e3c47809ca023031b160649b3282d158
  f2627f903bfd698ef11d7809fcd71ab15d26b7aa62318d5dead41b2b84005673
  2f61407cd5f241"
