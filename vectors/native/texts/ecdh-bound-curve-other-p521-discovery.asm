# 635 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  5f81ece02d3faddfb86c958a97f3fe37b5a7b09b66d1817aad651e1932ac293b"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A3+BWLsKu7NOWr5ufWbL0m6O3cOw5T8mMznzafqBJSM6Ehh7R+vfEctCX00+1cTi/A=="

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
    34be8bbb1c413e9000000043020072e0cad01d578773bbbc0edc75cd30ffdfd9
    de6acbe716ac110ab2ecc35bdc88932fd127bc62c19065ade86982d6afade5c0
    34313fed817ed57771895a4c9d3f03"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    81d3e3953eb11d180c83a368101e841829de4a0a94db413892c100ef3e2eeaad
    8d6f9a53c489544c0ea969453488ff9224ed560c37b11729dc2c86034395d029
    3f3ffc4fbb7b6985f013e58a843fa454d53f06a31ce0ec958d8e188be05f1fe0
    6774cb3d63c50012d1635fb2f73e3ca7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  aca3143ef55aee1a8483549c0f1013ef403d16c3b12b37c0f4b7be836889f91d"

header_auth.tag hex"0fe51a397e45ba4d602ab9d93ea590f0"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"78db55"
  body.final_frame.tag hex"8417980ae8106533bcc7b39d5cf52d0f"

footer.signature.length auto
footer.signature hex"
  3065023100a1339a9006728a65503785f33bcbd8f07656ee3c870e02fbaaa102
  3b6eb181a587e2d28f6e5645753e4b70d1e57d26b3023075ef8ef363e0acbe8a
  4ba3e38ea97364c7adb796f02b1295565f827353dc1458752417c3ce3ecd7853
  c2fb03278bae9e"
