# 427 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"07b6527ca0bcf5057d8d363b33ae72d4"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A1Iy2mbo+4Z2z4mMEyYVehbi+wOive/o1QFl9zuL2805wM1xkgRMH5JPoumXLoqdfw=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    76163d021e1d0fc9cab955636b0060ca56fd883f73f7ba9352d1df7b7e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f534746a790a41858a8f9219f4bcf1b30be3258d3
    590dd56692ab02edfce8bb510bf3b988075848a9a2c65eb0af48e2"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"4ad37428d93edda3e19a497011614299"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"14e948"
  body.final_frame.tag hex"44c22527175a758ef9d96ae330d360ca"

footer.signature.length auto
footer.signature hex"
  3065023100a9c1917eec03555886d6c4c147d8b5edba2920313a1790e4b3f260
  482a07bd4828ca604e90ad62dfda738e6a1ebc54bf0230475be8712899df19b0
  a85a11c20cc9f0fcc3d138be80653672bb660783107d93f68db104f786297a40
  0c443a33aad12c"
