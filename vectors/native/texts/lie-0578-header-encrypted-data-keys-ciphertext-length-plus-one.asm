# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  ab0c3510c666f44a2b0c8a9ba995d1013f4c8980cadc3dba63dca638e8dda360"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AmBHyuDGAo79JneuLzsQSW+2dfbb36OzuWCRug8D+UoyyqPLAwwkBiOxUOsZIAlKfA=="

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
    000000800000000c84cf319e63bd77e79f4a7859"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    410b93a82e72c25f46df644f52f06de3bf40adda1ac5cacc5a75962e1d1623f9
    39b53093eca2cc7e3947a747a7e34dc902"

header.content_type 0

# Not read any further: content type is 0, expected 1 or 2 @ header.content_type
# (offset 0xfe). Hint: The header is damaged.
hex"
  00000897008d5b9c108f167ef071e66dbcc14036d9f04323d4238be628a015a2
  cead0a23ceec2135df39025efce806810c777f00000001000000000000000000
  000001adc5d2b9e250f106323582a5efb6802c0a2a1b82535ff309ffffffff00
  00000200000000000000000000000200000004bd4079c1a8724e908f31b4a35c
  de0a2229b65ffe00673065023100a872c55170560001e522813b692a85213c9c
  228e5302765d4c4bc4f89f2ef243e71531ce4afe0f2265291a2dda7ef5a30230
  66733cac0c5348fcc3c4335e313a12c8afba15ef96df4799de79702916f0041d
  46d02b20aadec22cf64097987da9a392"
