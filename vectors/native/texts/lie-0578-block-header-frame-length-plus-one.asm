# 459 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  d4f9f27c189520a07cc8432c2bc7acdcb14cee41aa6c9f912791d7e1de8fde46"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AgSYCA0OknLdGgq8ZcSblhBUKDBgcliRWSVC8KUjVpM+3vjFJkY2wtuz436xfApd0g=="

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
    000000800000000c22236e721d1e0b5115061e4f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ae696f9ac10be770fd724753d78d09a0166a03b78d649bcbfb4137d3025ca8eb
    52f119deb8f68ca3ec280626e8c457ec"

header.content_type 1  # non-framed
header.frame_length 1
header.suite_data hex"
  67c44e1441497e70f754c57ada5a1eb41ee7e8419f85f3a1d7c1223e74de8763"

header_auth.tag hex"cd3e710b6a925b554adc3bbc56b681e2"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"15034ac59c63c6f200aeadef"
body.tag hex"51f0cd793795b70ba1610fa1eb84aa99"

footer.signature.length auto
footer.signature hex"
  30650231008c0a1cf10733984d0d9e6843819d2a1e241053a8eb4a293690f9e9
  0832a793292d830a06dcdc91f8bf4414fc35672fc40230660f426d99d66a3a09
  5f0a4152c3ff59490afa3cbbaf8088723b13bcfdf739bafd54429dbc474bf239
  6a9be96a25f709"
