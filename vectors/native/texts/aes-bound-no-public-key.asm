# 461 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  6d1e396b7791037da6faed9629f480056aac8e5b878cc6f2f73da83d6b52fc58"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AouW7r+IikaZw30fwnJ1SFjBM+0wlGRsRkHDyzrDx44ZXb1XPmQ9uLEHGcEpbXCowQ=="

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
    000000800000000c81e46dae83b72682a45103cd"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5f24362e84f9cb22a2b744ba7b084d41b3f12ca3c167ea2b8293652c0549b6af
    519b9bcaf268e252fbc6e6667a216897"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  94c0359fe8f55181d3f9e60afb241e4357729566f41a5cf7da9332d98412f846"

header_auth.tag hex"ca0ff33a2b554d322b46e58e62d42e9b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"63a40f"
  body.final_frame.tag hex"6824ea401012354654ed818506520079"

footer.signature.length auto
footer.signature hex"
  3065023100d587254d0c3f42a0a39303b6d0d66132397929dc081d80b531de65
  16890f024e6f652f582251941d4ef35c91ddcdfcdc02306af17dc6f34bb4736f
  2707974edf3c7e64cde93a510593b0a80ab3b222198c7c1a52936a682d750b39
  a2e8fc7a8d5faf"
