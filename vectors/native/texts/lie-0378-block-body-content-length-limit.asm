# 429 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"3022fe660ca590caa4058e59573a0fd0"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A0NgyIAB8GNaEVs0pE5ektOuUFnYPU2GP760hjURYJf1dDmMSrEFXmPqKC39emBNRw=="

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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c8f4a87071a83d592f61112ce"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b7a0d2334fccad085d1e22422633552297ffd4f95602471b217f044360bbb186
    a646c76615831a5249d57819b0c4a8b8"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"67dd6ad5e7fd20186e66615be132546c"

body.iv hex"000000000000000000000001"
body.content_length 68719476704

# Not read any further: the bytes end inside the non-framed ciphertext:
# 68719476571 more are needed @ body.ciphertext (offset 0x128). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"
  17576bd776764aee271edeccd6609fbbb5c50971b37bc1f0fff936b000673065
  023033390b850e648005dfb0049e4bcfb6209c98d4321cb8652430dfff976cd4
  5feb356d8830f8d1a8421874487fef127b59023100c2e4d601423a9c51dfb6fb
  1b354abac79b50b9de55b1c8f131b6dc46e633376955efa3f825563f69fd610f
  47616af33b"
