# 453 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  891c71ac70d2c82e3168c1b59c08ec162ec9b72010ea3afdb5c463fb86e47a52"
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
    2cbe5a9a47a7aae56d16922f872582ab93b75e16f253fc822a84a53ff2f24faa
    fc12fa4b93a480b53483612a6a3bd08bb979d91c4e7a4155c493162a5307a891
    e3804d11360b9697235ee40ea65ffe5b4f6ff5e6fef942b82a3b40f18ddeecb7
    f087a2966a1f51fd8544980263c6e6a77c2a23449cf689313d93ee97dbed71af
    e436bd0182f5307d6e98cdb5aaba3a5207333479ccf47268847b54ea961508f3
    12132f6c5fd3f3f4c0cea4c8ce7e3f889b1bf3d0d2bdc8183bde7776c3bb1138
    2776922f2334329eec5cc7ddc5cda5dfb49607e75ee0bafa87b33e5fb5c2045f
    4b8344fd03a571d7a5acd9e8355292957be669e9ebc423f9f542dfb557feec7a
    00"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  7fa9f6c2cbfabe76257c6d438b8eed1047c5470cd6b03c81fdbe0d88c3e59460"

header_auth.tag hex"234754824413d636d32ffaf3656cf325"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d78125"
  body.final_frame.tag hex"ec9b31b341d0f9a1e3a6e7566506b347"
