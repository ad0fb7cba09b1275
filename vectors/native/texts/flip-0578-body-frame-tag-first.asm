# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  9e016cc7e8d5a412e6d96568928e266b60c9ec2b8d524fd2961b07aa29b3ae27"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A/xOEtEl4AxC28FJYsDIKr2lE7xEiksNFQEHoGLLGVvx0zICAuxYk/CBxBLWw71Gxw=="

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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000cbe7d766d7b6b49a0c7427342"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4d6a5219f6dd9ba17341e1c775d33b3debaa1111c8ef3abdf44ab7d5b89b9c37
    1155924c3abe727ee6fcc12c15423deb"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  df67f8463cae09a186d3cab8875929fd217805c34d1b942a514fe065c259ee50"

header_auth.tag hex"eb50f2194c67d617e3c0d8b7c9c30a6b"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"26cf49babc9e01fe"
  body.frame.tag hex"3d5b92a562f4416563844efa306677ed"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4d3d9728"
  body.final_frame.tag hex"821358acddfb3ce9c48eb4db77de505a"

footer.signature.length auto
footer.signature hex"
  306502310084a2b324fea0b4ac4d4eabbce99f9a87b887f823b13e05f6f28e41
  cc810fab1d7772613ef0b7ac4861233315705a22ee02306f129e2dacffa19b23
  63150ce521853e5ec61dd47f99769fb8579b3aa6f9d5c607849afdefe1b01a95
  c1c36184b82557"
