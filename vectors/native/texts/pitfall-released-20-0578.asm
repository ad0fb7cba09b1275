# 535 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  44ff2b5213244fbec734852693767248bafeaac98be695c3a9af07b5a7ade875"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Amxor/3XI5N8fhw9QJo9LtKdYG5mS24GPwP/N5z5/X4kQTTa9KNkz3dhrJnhVT4Flg=="

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
    000000800000000cc403fb6ca661b2fe48550c25"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e641d9cd138c6b5a7c69495a413b42c383d589af817b3bf43a37c25a78a2be5c
    b5bd1011a53a4aff19a82376ea5c3231"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  201c2797e8a58f1b15bdb52f3ecede60e21d7eabed0fe00b467f610695034891"

header_auth.tag hex"f1941b5a1d3c29cdc201ac6ba0f6736c"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"52c6a66364ff0ea7"
  body.frame.tag hex"46e5e2311870a48f4f7a8d2e4b8268b9"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"f44017f2fbb88d66"
  body.frame.tag hex"4d5041fa389c1b5955cd4fc9b02fbba8"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f52dda9a"
  body.final_frame.tag hex"6b61d6c72b2c16ce6fda0b9fffd5fb84"

footer.signature.length auto
footer.signature hex"
  3065023100b46ead4c41af8fd49b6a8b5da9d896c8745a23bf1d989599392a59
  18f479b55d0ca7780ca90c764d6b9294f77d48652a02302f209a4c70f301ef31
  45a6062ec2a1d4d0e8bddf5c55885626a1adc5b95b7580faf32d9b7c7f37c6a2
  24b8327086bd76"
