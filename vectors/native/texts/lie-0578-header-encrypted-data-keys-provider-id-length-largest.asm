# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  a3b66b3b71c22a9ddf342b9355531041b37888449bb26b0d851d3075821716e2"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AoL/qR3INA/h1ic3L1su28r7WhAXNCvNOklq1Kzyt6afX0dQh9QjF56GWaF+GRynPQ=="

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

header.encrypted_data_keys.count 1

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length 65535

# Not read any further: the bytes end inside the key provider id: 65200 more are
# needed @ header.encrypted_data_keys[0].provider_id (offset 0xa0). Hint: Fetch
# the whole message again: it was cut off in storage or transfer, or a length in
# it was changed.
hex"
  6573646b69742d766563746f7273001b6165732d313932000000800000000c7b
  1c9458ccb5a085ffa65de500306219530527b97067e3d65b7177fc56610f0bdd
  514d765b5bc1f10b1293164495193d19d263c393924f93a361333919b6020000
  00086b8666968bc4f948a97787e95047a2e2bf99091552b06950cb71180f9075
  9b2c41d5ff23d1f70cb46713b07ac92ba1550000000100000000000000000000
  0001b35a8c2856dc77d318dab9999941bbbcaaafd26ba1f091f5ffffffff0000
  0002000000000000000000000002000000043b02112116fa9f3b0b06bba02641
  1f891fb979c600673065023100d172657103f4022f3c3d3329ae87141e0c2246
  ca2c4f97092325b3f50dc94e8b4adc755b86a9f5dd0573fe0515c290a202305b
  02811425dc7d21f721853fd1ab725b56222bb7bbfb15c2ad794a7dec3df2c162
  67f597b71a625e5b500f644103653b"
