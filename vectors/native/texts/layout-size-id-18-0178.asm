# 269 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"3e08ee39b84031574219ecaeea443ed1"
header.encryption_context.length auto
header.encrypted_data_keys.count 26

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id hex"0007"
  header.encrypted_data_keys.provider_info.length 28789

# Not read any further: the bytes end inside the key provider information: 28550
# more are needed @ header.encrypted_data_keys[0].provider_info (offset 0x1e).
# Hint: Fetch the whole message again: it was cut off in storage or transfer, or
# a length in it was changed.
hex"
  72706f73650004746573740004757365720001370001000e6573646b69742d76
  6563746f7273001b6165732d323536000000800000000c8f02e59930281076e4
  3ed1fd003045b98293265c267c76def097e1cd77fe1b27f58fa520a41d5973bd
  8a16f051619a17d5bbfa24f5369413b58716887fa202000000000c0000000800
  00000000000000000000003d5373bf1047fc84d4c792825a7b363f0000000100
  0000000000000000000001b72153b8b2bac3b37ec894e9709ba2783780a37858
  5bde62ffffffff0000000200000000000000000000000200000004275440c05d
  fad019ccc3b0124925409ff878e622"
