# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  587ea7899156b6278f7b68f1ea554c2e477e706fff883ff4f1b75f24ded53f87"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length auto
  header.encryption_context.value "7"

header.encrypted_data_keys.count 256

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000ce877bb5bac484bd75e5c3bf5"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    66f0832a210d8ff8580763e7b3f396f4266d6beeeebf7d2841a034b1658bc78d
    f0772bceefea9023b88ec82d74342e7b"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length 512

# Not read any further: the bytes end inside the key provider id: 377 more are
# needed @ header.encrypted_data_keys[1].provider_id (offset 0xa2). Hint: Fetch
# the whole message again: it was cut off in storage or transfer, or a length in
# it was changed.
hex"
  0000080007e61b13c5b6776599f6bfa572b22dfb4eba863a2e33b94e93d8797d
  5b25ec3a4587a268e59be9b4b72c80ed3707ca00000001000000000000000000
  0000018908f8fd5c32ec6904dd36a676afb99bd9997b9471d3f065ffffffff00
  00000200000000000000000000000200000004fbb8510e6c5102948b02e1a667
  382ee4d02f644d"
