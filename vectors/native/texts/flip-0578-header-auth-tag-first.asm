# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  6ead7c98bb994e4398be745e6ca7bf980150b4e6e8f90d0e7f05f7e7072f22e4"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Aia7OkIZI4FwNMrReyPQhuxsHjcFM07iGt6tMv7mG0vCdZzKuwrYiSsSuMOAcE+rPg=="

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
    000000800000000c341de54277a8ff6f1b61c5ae"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6ab68e04881082241be04eef138247943e51b39c5e2cad60f603edcc4bbfaf38
    07bed93e59675573bffabcbe17afef4a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  76ae30c5ceedf5ce2270bc460e84cfe2826ea6a10518e062ef7ac28cf6d3d2fe"

header_auth.tag hex"2ca3739e24bce0246a5417f75353b54d"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"db0b8ef3740554f1"
  body.frame.tag hex"902284aaeab764f0824e786ed39fb474"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"1a3661d0"
  body.final_frame.tag hex"9486c42474b700b65ae4694af78f9c9b"

footer.signature.length auto
footer.signature hex"
  3065023005dd3411aadc2b2c1c36601740797efd3b7d03c4349fc1de091bfb79
  11b0cfe2bef1d1b940419e3a6cf861fa09ed2e02023100ea90dd5df86ec26970
  94060415529fce7f3f20b09daf4fb393ca4797deaf93260d9a3aaa940ae337db
  e31bdeb95d0b83"
