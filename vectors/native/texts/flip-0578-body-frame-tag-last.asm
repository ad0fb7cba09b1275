# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  9d7b63c061f96799f8212ff8bddc3c801a9caa4ba151357135686d83fb998560"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AocWiw/eHxGsmRVOyXxQmSmZp8s1J5T2ipWXHNgqYGIhCjrB28WGnLHrWgETsu7oaw=="

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
    000000800000000c9dcce1dae3ebf650931dfa0c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8df3508e070bbd1e5ce934614beb040d502388d87ce48100ac6125d3857f151e
    663e413b93d3c0bf183251e70d57ae16"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  9c6fab03b9f1b15adc9b096f55fbe14dd9a20b574f5ed8a4fbc1b751473f0309"

header_auth.tag hex"71234e630c37b4b03344f97d3a257aa3"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"276fbcc73df507e9"
  body.frame.tag hex"0dead8b439ff3d3c7bc1555354a90bd0"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"046401e2"
  body.final_frame.tag hex"e0a18d66f09f7151a168158668f7e364"

footer.signature.length auto
footer.signature hex"
  30650231008cfbb877b0b15b50aae0382b27c94162117c2ebaae60afa9c405b8
  7101cec6e20a019add31e14664706e08956c09791e023015323112e8b77e5392
  06115b8a47f198aa1c23f35abb864bd6b4acbd555bbcbcdca1220b410c495720
  44cc3bdb0b3a73"
