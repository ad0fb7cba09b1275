# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  7995431a276110b0d40d52ee628d2147102ba6c1972f845f50d149b2ed094668"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A4yR1C9xzy4Je2z7IxI+l99D7za7FPEyzm6j0m5EZVwJtdZ8UpXR831woVzPYLUXlA=="

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
    000000800000000c484948ca9c525939a1096a64"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    531605796b832c98479170afb38a5e7e6605688bfb155a7154cbfa43aa630eac
    994efa5f18b119a01db56a86793f3c09"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  2b7231a9b356413ec52e5bf8cb30c3933cd3c4ab056103c21278ab96cfc462b2"

header_auth.tag hex"d163325855687d02ba3106c009f6f8f6"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c7b7500124f68ccb"
  body.frame.tag hex"85102ebfcb5a4d1fc496efd0c63851bd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"50a5c429"
  body.final_frame.tag hex"06a2d48009d7ac420cce81923d482ee2"

footer.signature.length auto
footer.signature hex"
  3065023100f51a6ffaa3c9644b2ccc14241c991273bb95f546cf5dc79ecb1cf0
  79b1e1d9c576e1a3dfb25142db30e0f2e727809e7c02306baa3a6794df1e7467
  80f4b5250a24597e9574a1c10ec839e1ad1a45af3bb229eec0a2a05f2530df9e
  f5ebc8bff17089"
