# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  73ef403035fc9c0bb448c22b4c614b264e9fe2166162449b44bc892f1b8eb70e"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AnrbFumOxN95T9dR5qUOZ3w2H3QOGXecbOV6QanOXh595VoQ8ilgwyZKvWA4S4XVmQ=="

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

header.encrypted_data_keys.count 65535

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c3576f86484453bcea2579145"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b78c1d697a8d0070697fd5450cfd05bf20c5ce96ec731e529a3185e80d6506a3
    3500d439a53dc4c2b6751a5d298354fb"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length 512

# Not read any further: the bytes end inside the key provider id: 272 more are
# needed @ header.encrypted_data_keys[1].provider_id (offset 0xff). Hint: Fetch
# the whole message again: it was cut off in storage or transfer, or a length in
# it was changed.
hex"
  000008b07df86c52debebaf0f7df816222badbba04dbb8ed7929eff8a17fc3bf
  b87eb2ed9366c24dac935adedca8fc63314b2600000001000000000000000000
  000001516b4b016c1e6bba306920a4ed2eec10af6540fa37d68d59ffffffff00
  00000200000000000000000000000200000004c4f7d03ed4a25840bb7959dd4f
  3b1c28aa40795c0067306502306d8e45433f028bed9aee272b9b2274628269da
  415325cf607c5616429a599ac12d17b872b57593fbc74d0384a0e5b81e023100
  a3abf283816514ddc74020725980631e15ab168a5540e95705f42321d68d8d3d
  58ccba677b21498fd39e331f80164593"
