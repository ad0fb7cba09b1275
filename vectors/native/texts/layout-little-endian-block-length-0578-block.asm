# 459 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  9304f56f0654639e8362b2e8ae0eb3ee71f80e7701a7789e5fc87f0db218adea"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A1EGoDJzy8XJHGe9rYsWdS9QbD6SCb/Pw/Vs0XliKjgdTMuE7WUt2YG7a68sGa48qA=="

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
    000000800000000ce826699c89508d43a7ed5e81"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9c5ba9d8a44289b471dd1286222a24dd2d078c4186b1854ae38f751a65c3623a
    25f354e5f6139b5bb8be7f0c2ac704c9"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  bcf2bf26df47793e035145357b4b9e950d530721865c01b133255a14741ad6d7"

header_auth.tag hex"dfd3d31bd9afbfb9a2afdad3a59aaa0b"

body.iv hex"000000000000000000000001"
body.content_length 864691128455135232

# Not read any further: the bytes end inside the non-framed ciphertext:
# 864691128455135099 more are needed @ body.ciphertext (offset 0x146). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  4ff27df4797184f0eb766b78613daa87ec36f203ad74c0b3da9f261d00673065
  023100a65ffb5bf4d42f5f357cc33d031594d85312d10996f6995d737b2bb16e
  ee8fa1771be56108605058dc44581343c50c1c02302db8ee42374c50a49f3930
  4708fc7730779f934448001d6bc76974210d57f9f48ac35791b92640b281028e
  216c11dcb0"
