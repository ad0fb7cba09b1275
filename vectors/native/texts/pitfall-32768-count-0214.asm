# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"b8faa977eebce69b03d2a55ed62a806a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Au2ghNVVKUIM31p8sIamXB6jOaMYYR2XJraInRjX5LzG"

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

header.encrypted_data_keys.count 32768

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c2f4c05586b2343061fda60ac"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    03d733a33ff205213a6e10d02584df926bf888f8b52bacad5a544de7f2127458"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length 512

# Not read any further: the bytes end inside the key provider id: 319 more are
# needed @ header.encrypted_data_keys[1].provider_id (offset 0xc8). Hint: Fetch
# the whole message again: it was cut off in storage or transfer, or a length in
# it was changed.
hex"
  0000000c00000008000000000000000000000000386ca308e5df68b413665527
  e8f669470000000100000000000000000000000157b0ac0a16a77de7347a6ebd
  434d36da3509b1ddc5390852ffffffff00000002000000000000000000000002
  0000000415314f7f4b5a1152cb0402134cbf76adfc4384380047304502202076
  85b783d5cc90ce31a126cb91037c392d4e92e391cf53f52d2158624793940221
  009434896023e47bdd8b1ea58c332038f967a3c95d4bf544935aaffc5217f9ff
  59"
