# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  caf33f63dd86f18419ea1e8525bfa91746ca6769dd73ea976c0d106edab56ba2"
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
    3322f31d1205177d396ac0a4e2a20e39b1fe6cd615a3e423ad60f54242d0e2ae
    2cf58f5cf02e87b655390b00c499c751003da674e1e1de50ebefa5b9934df22c
    36df366aaf3d796a8ad4345a13ea162096d3f140425f67472732f57cba62d1dc
    44be5a3221670ec1f5957b90ba04020a5617c6ad5a94e8bac310fb452ad3e8c5
    d2336f7140490dd71ead28ca2b41b074068805391f2eda58d4b727e6c55fbf49
    6b95564a00c0e744c6acef0b7b230186c7affd98d9954d91fbc5d8a2175686fe
    d552aa1f63e71bfd89eb14e4e22a15e467901ef36c3f8f742e600d96e7c6d61f
    3359f325d4876b16df591e8940779dd3c5da25f3283e272488aedc15bcfc5d7f"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  32038465dd86fcf76c4b6b27d03b5c39f6f1767e0e26db8920badb56370d71d5"

header_auth.tag hex"6f289e84faa4f28dbceaa35d1d5e13ae"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"61347f"
  body.final_frame.tag hex"18c35b201b994c673b4df09d295ef024"
