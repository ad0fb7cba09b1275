# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  fc82b43a8607c3380b04eca51b2fa94e85e78de0021ac039e3e3c75db7968839"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Aj9iX+jcXx+grKGZKmVJIIJ0SBfqrZhPZSSl4mCmI67xwy8LlBlwA90MlzysxoULOQ=="

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
    000000800000000c87531be5ae5baa49ab78a56c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ab113402eefb065f7236cc34a87c92aeaf925e6848fec101506cce5def3959be
    e2ce334d0196021aadf9cca46d6d48ec"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  245d6094772a633856f74cb5bcad187a980e099d6d78eb24c4ce838bd6097308"

header_auth.tag hex"fe91b5db054223c5e4a5a21df7bc4b69"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"b90a2e641620f93f"
  body.frame.tag hex"e74f4c967782f52bb24fcb0c5d65fdc6"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"87f1987d"
  body.final_frame.tag hex"34ab1c65cbbe3f836ddb097f48555a5e"

footer.signature.length 65535

# Not read any further: the bytes end inside the signature: 65432 more are
# needed @ footer.signature (offset 0x188). Hint: Fetch the whole message again:
# it was cut off in storage or transfer, or a length in it was changed.
hex"
  306502302f45e6469536e42487796b5306a95d91f4ff9f1882e9bc312f29910b
  064d396f439af61de26ff1a06e8ccf186592b760023100dfaabb983b81bbd5e5
  e6cf38cafd943f654a266b07e0d6fac33083bf282ca96fc48536b01f33db5e17
  26e070f394f122"
