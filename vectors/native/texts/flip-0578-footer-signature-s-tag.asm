# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  aa3586dba85357ad7c64c8f346bbaa128faa324b10a974497f68b589d97b0673"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AtWAOv9U3MBnNPMSMMnLBNKmmyhU92cFERnqOBkQjodRf/OEtvV5y2CuFWe/XJ+OXw=="

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
    000000800000000c1b9c68fbd5ef161743a2b37f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2de1fff5a86d49ba471bfad20acccd60bdfef678fa3c33e9999b1ae8528c9265
    9770f023a2f2840a01dd7ff0955b174d"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  efddb8ba71ca4bcf455e3ae1a77cc8bdebf9934171d9404332b69ef84a4807f2"

header_auth.tag hex"f11f232bc536087080b8ec98674c9092"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"94627aa1eabf203a"
  body.frame.tag hex"d31f9c2cc4ec175505e798af36d84b16"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f12b79ff"
  body.final_frame.tag hex"7aea01ab2666bb4b086502b3fdf02c29"

footer.signature.length auto
footer.signature hex"
  3065023100b00fb45763d54556861cd6b0d0985d0ff32608e0447bb13caa9c6b
  7c13538209396be260b04d724b78e91ab0c8acbf6e03304689dcb3354d9670d2
  067c5e37915b7d399a2b024299ae05c1b44d2974e18ea36416d3622e402ef2f6
  66acb00eca4d92"
