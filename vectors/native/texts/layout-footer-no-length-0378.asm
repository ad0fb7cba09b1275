# 463 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"e396d9146c030a55f0a37e64bced1ffd"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AlwIYcvc6nQw8JtgcvOnATlT6yW/gA9Kt7iIE75+Be0ce3KOAWFwgijdkVif3Fndxg=="

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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c52bdfc572f558d4f7f633677"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    60f974f4f7e4eb39b779821ac428231f2f57938d977294fe511ced6abc96bde2
    9634e53354dc9a147a8e4e2da910a633"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"963052bab805fe6bac0c43a145f97674"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"4246792386307264"
  body.frame.tag hex"b09fb24f6fcec1a1107b9a834ce56663"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e20334a6"
  body.final_frame.tag hex"fbac709c29c35b4e0442934de2a6768b"

footer.signature.length 12389

# Not read any further: the bytes end inside the signature: 12288 more are
# needed @ footer.signature (offset 0x16a). Hint: Fetch the whole message again:
# it was cut off in storage or transfer, or a length in it was changed.
hex"
  023100bef79ca3dc262611ef05593f37b10c22f49981a042c4b7c963e1d568d5
  711f079a82e257cd99af6f3aaddec5345b8ffc0230535e928059e2d0bbf55d8b
  2d3c0065beef37db52564bf3df7d71aa29b3e8cf417e237544f0f31b7582689a
  60349459dd"
