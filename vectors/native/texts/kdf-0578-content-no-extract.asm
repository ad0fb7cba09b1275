# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  6242a2867f36b22e16d857c6cc9a27df70780a85e505d27f2831fe398a03008f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AuFciiv2dK36aAWQlmFxHk4Mror5iETHjmp8v7R9KT4HPmb36zrYjD5TM82rM1shIQ=="

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
    000000800000000c0bee9148ce30690186dfd8e1"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    76e387fcc8b55cc3764efbe467289b5fa10af51ce5690596aa9311e007fc2645
    b88036af2f55a107d94a93778a3b19ab"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  cfd6f777324ee5a190998eb138669e329be43dc82b4dff33484df763e4965a9a"

header_auth.tag hex"f02825cd59eb3328548c779b8d41f77e"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"6894a2ffb8133ae6"
  body.frame.tag hex"957fc801aeac422d0bd7f1ea8a46f67f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4a394cbf"
  body.final_frame.tag hex"a777c43afe31eab2db23c8ae9317c744"

footer.signature.length auto
footer.signature hex"
  3065023100d2f36721cda6a84fd62aceeeb5362371e752229d1ed999073122ac
  7a3f62707bd2f7c057e0b1639aba2cbe5e28320a7d02307b136155f9fb4a2cac
  68ced4f6b4024f3c93d73c4e662131d26233cc65a29349b02307f8e5281549b2
  c48eea44640c93"
