# 632 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"5a9f03a7fb5a7305510ff15113a6840c"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c54132fe6724f898e39b5d3de"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8724dcc98ed1714303f81725c43fe8f8154c05f7fec7b110d24706fd83bb308c
    65342d04c44360aa5d0b2b4668964f9d"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 256

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"4ae023cec288b673def3c465e70b88c6"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"
    90fa1df50eb08882fecf6d34777358cc9e16a507ca585b698303dfb7cacc1b45
    9694aeee5f16d2bc33735d9067050eb28a86c28875337abfc95fa25775b50a89
    e2c7219e36948e8efa4a21ce5764dd347a4006fd38f67ffcbcc9072d347e64df
    b13eb938d2e327390d5cf818f5b95ec1d6429ee4636960e00f40c2a5c40061b3
    4cd50f8f495c77de6478e4d523aadf5d4624030b81ba6ed72483e03a4667c97e
    10bf96ed90271ef8c24a49bbde45a265234f8578d0437396d651359892c3435b
    0da7a01fda7c84549a41ef980a30845b940acc870e274c185829b6c249a5d848
    425b38675647214851df3878fc6746a3078ecf1ad87a1753014c75d7606db74e"
  body.frame.tag hex"c08bd8e9e876c9f5dd602d43341f0708"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"2d"
  body.final_frame.tag hex"a941c407cd1a9645b83a006c3d3b0b61"

# 105 bytes follow the end of the message
hex"
  0067306502306455692d2bb7b3a70b3ad8463a7bf6c571f875ee4d1fc36820cf
  799bfa9680a876a930d70a805339773e6214ee1dba2a023100b834d95de15fc6
  781a801ff02b8b38dbb2ce9000a3ba2e25c3aa8e1830e426189dc01d70db0217
  13b93e2403ec3ce136"
