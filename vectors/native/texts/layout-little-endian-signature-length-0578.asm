# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  1200a394eb36901b9cd4b029722e0fba6059480ac472f9fe7a7c58ed1f538d41"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AwVrPicM41Wo/foZAXNXpLow0diUPGaDXUN/UKN3EiqPwJ12bcjHUmNa6kbaYyxm/w=="

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
    000000800000000c508672011df35899fe9139dc"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    88ce446928463e9bc47c4a665360b9649a01b08b34085e683efbcaf20865cc8b
    dffdb080ea17ad09be0abd05a0f3a20b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  2734c9e804a367971799c98b0414a8ed95cf1bc0dd9fedb38eb21a75a4833483"

header_auth.tag hex"3cb574b497e1e469e07c2595fc049734"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"86624e1154ca515e"
  body.frame.tag hex"6d1fef8ad7c644c76299584a1e74a5a5"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"21f03063"
  body.final_frame.tag hex"642b2ee3b9a5128d504f46086ceb2ca9"

footer.signature.length 26368

# Not read any further: the bytes end inside the signature: 26265 more are
# needed @ footer.signature (offset 0x188). Hint: Fetch the whole message again:
# it was cut off in storage or transfer, or a length in it was changed.
hex"
  3065023100dc28069dabc5ea2a07ac137baf418f166f0ee5b0376caba6d5bfda
  a4e63ce2800908ea995b370f5b33ebfc86bc867f30023005d9d3f344f116dc75
  3bba2f2ea1e748d7842c3ae5f599850809e91c00625d0cc3bf0f10010f9f8219
  19eaf49a7731e0"
