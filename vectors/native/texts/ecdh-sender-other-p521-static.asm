# 437 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  f9121a793efe040d20b581c35cafa7efabb355e1d665f6d31b988e0795ccdd0f"
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
  header.encrypted_data_keys.provider_id "raw-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    010000004302018a6e89037143f96a4d37f8807408fac2cc700631b15441409b
    13cf87554fddfa8f66f66ad16b5950bf7d2d6309b89adba58541e42f5fd777f8
    34be8bbb1c413e90000000430300593d0507ee86f09c5a6eff5d70756d701ade
    6c5daa9c0d4a4df978f82753cea38045085b4a91a44f63aafc0ebaf54738a80f
    cf717e5466fae0d1196ae39d9069e4"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a58e703c265e5e8cbb5683c559ff80c1f6f60830c94ef2d693a434c5b5fcc40a
    82dc362dfb86ed6e0846422be41519b9ccd9fbac4059e54aa5c388917d664631
    39653189d6ca984676cddb8b9ee5a50d91040c8bd5c63a284cdfaeeaf7ca6f37
    cbf1810c8d21cdd82e18b6132a86fe43"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  c161bd131dd2f88f49821f1b969cf9e0bbdabd908a176146fd12bd4a47396189"

header_auth.tag hex"936f5b13e21660d51fd41fc3929b31f3"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e752cb"
  body.final_frame.tag hex"1c161989bd997caf74a63cafdae0441d"
