# 706 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"130d546ba5dc9caa786ccb6c61071de8"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    242998ccc9ece13351ed357b42b6e76594e17a3171cb662877070d934da45009
    f2adb31610315d450924b37616295886f28829d8a27fe593790d20d01943b97f
    8c6e393e6fccac4a0d6191dee23da746fd030e4d3e48c8bb84296fc4eed61b9c
    6e84e1b682f683beebaae8d960268053afaed0ba27270f191a60a411e274351d
    87b7b6d3f558595861c3c4b630a4f38e317eeb70507f2dc6cb21368eaea56739
    bddd5d959822665aba05ea03bac6ba8f95c915e95b9b3bbd7aa4ecc0a26145d4
    2c9392b0b822b68b2a30a79d287a22f8388cb0153c43d317e1b9a84d4c7f13f0
    24fd31563389025b362a572901228b0c6a0f70d7d0aff7d06381afa615d829fa"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4d46ef87edf95edddf0fc36dbd5a2c76121e58e102bc388d9300cc3de4a86dbe
    662fe6e831b43d3abec37ca4fb957850c3c70f4352aa64791258f3cf6c8cf50f
    9ba05444b3e53062141c4c5510169044b5dd62c1c7f48fff30b3e97103e2d753
    63cebf9c2c98dc650e2e23d33684e5e153a6987571611a525b36f166fbf94b79
    1d0c27c6eae9781ee8be0d04de14ec79c9d152bfe672ba5d1eb72e4dce271b3c
    936afece1327b5ace017b70ae9d36ae7d9280f73e06dd9e4dc2dfddada2fb61c
    e78ebda0e8e6f219f5d8470f6a01de69ff0d7ee76f7993839d6ecc1cb1a1e3c2
    57b9e1bc4a493955cc80bc47bfe4c086d574a1a0cca209732920a89aac31ef97"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"eb1d80450a952d2aadabf5dfb6d1f9b5"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"7ae757"
  body.final_frame.tag hex"7f18d731c2e76d7d2bf3d0a8e844fbc7"
