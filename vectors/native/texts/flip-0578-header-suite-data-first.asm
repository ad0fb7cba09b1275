# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  8b558a256a115db032cdad42d46a16d2f9eda130e66ea3dc19f2a54dc9611e99"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A/PL7taPP+a+/guVJIJ3ANU3Fh6viSrdet8BCyB/MqWx09G0e9xzD4BbEzBCPjz+Ww=="

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
    000000800000000c5bd34a20d0dd6cc925a47b4a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    048e2da2e6d0465b948aef162ea7a4f10facac7c9b142522bdd69edf1a6878ee
    d81cef817eb7ea6ab060b9c9debd32fd"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  c7283fe78ad62222d53bdc84c905fac2101208d3bc910216efef6d1bc78b30e1"

header_auth.tag hex"81ddbb112c2b46242229df9be601a258"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"caaabdc16daa165e"
  body.frame.tag hex"47a582659ae23359ed25a557c66eb285"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d9d04291"
  body.final_frame.tag hex"a10de4f22c0e68405cd2b53793204ab0"

footer.signature.length auto
footer.signature hex"
  30650230067acdbaf51ed9db5dcd0d65d0ae2f55ba4123d24078f27617ab94d3
  ba12cd418252f036333a19d78a2717008c86d2fe023100fe73d283e352186f78
  d2e050ef5f517a671c11f1e1b422f167c0bdb8076b0e7ba6c785d7342b03d252
  9ead8b5783084c"
