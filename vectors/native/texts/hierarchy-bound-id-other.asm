# 428 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"db6657fe373b364ccfc3010bbbbe6e20"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A7cFcW5g2lWGUO25uZWLzEF/ZcdWtwfvt3S6gPfJCfP8hwhSA5GqmFNEl+rwwrcjxA=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    dbae49f0fb28870ba76bd548c327f22b7949ab0ff7e99540648f955c7e0c1a52
    3d4b4f6a8c910a1b2c3d4e5fc786a708afd4e3a6986099923f317500c77e8a9c
    f9d3e0244ab36634f38d69254d8507d490115573eefce986b545b285"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"ccfbead20fc11459dac92c1d98f4739c"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f7bc2e"
  body.final_frame.tag hex"feb72c547c0b725a6bad808afbaef73f"

footer.signature.length auto
footer.signature hex"
  3065023038bd6402030d03929d439600e36d3457c99754139c7d088372d7310b
  c3d1581d5775370e8edf3714fa6994ce8915427f023100fddac68e7e740a03cf
  2cd5d7e8079126ee567effd6aaefe2e7ca9f35a7ba52eb4a2e6748e7bf0cea1d
  81171f7fa08d0e"
