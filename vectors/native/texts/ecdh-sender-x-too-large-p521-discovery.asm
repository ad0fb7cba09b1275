# 635 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  208cb4bf691632de8347213c0bac00166d388a1a695e5ceeece32c41d9838247"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A+rGnnjVl2qWAZhMs4zLpMDXvz9GCHQkIiH/NQnFWIWNELqyiPbNxi6dWpV43yhHRA=="

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
    34be8bbb1c413e900000004302ffffffffffffffffffffffffffffffffffffff
    ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
    ffffffffffffffffffffffffffffff"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8cea230b1d5d4cb9bde372ef10a58bdde97bac5b32e8ab80b5273553c83711b6
    08973ef9a08265c87e592470f7267f982392793d33a3514c44f16b8e5ec6923a
    653eec1ba9361d58bc5599ffe3eeb146ef9b5f19b5ffec2b2e1084866e2532ac
    4de2d34eeea662a11e5620202d31f472"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  3d903e48ceff66eabb3efc39c438788fddcd77e2c2cc001c25a812d8434d2bfc"

header_auth.tag hex"4b68b880dd6c91e3f508fa53e1bfafe7"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"6af3da"
  body.final_frame.tag hex"54344ac9116d3e0f8f656f9787a287b4"

footer.signature.length auto
footer.signature hex"
  306502307764535241ec18763432023eced784bab9e0812319b340cdaeb62ab1
  2f88737ccc077200fa328a04c791b3f3fe4731a7023100de074cd7ec2dbb7aa8
  3204c65fe1848c2a478a7274e1756cb1eb5878f45ecce118884f3cfde81c9a77
  610d07f565f64d"
