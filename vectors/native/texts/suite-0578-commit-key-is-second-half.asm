# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  afd32d8e9ceb55a32d2d5fdfe000b3efa2a55b76864782ff4a34736aa275f703"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AgHq9rXPbBhYrpGG7DITgdWAGe8y5FU9oeZULWUO4JP+w0ENzUzJFlQDs44adwhZnA=="

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
    000000800000000c6b238398206ddf6dc3ca6421"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ef81fdc37f246ac320d15da8add204cb450db1164b38fd2497eb86839fc8e60d
    602f1ebc3f2631e538f2ce74c33de5a3"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  000000000000000000000000000000007ff0063ad853ef38ce84dcab9e573143"

header_auth.tag hex"5a68e10a296b9590bf9902650d6f2849"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"458084061576c5e7"
  body.frame.tag hex"bb2cf39dc491811e9619d5a2976f1b81"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"227e1d80"
  body.final_frame.tag hex"dc683972d6147c5e559371e301bfc025"

footer.signature.length auto
footer.signature hex"
  306502306805b795cee7d3ce5a6d33439af35855ab3b039d0496a5f2a35e162a
  9ec8accd6059d4f0230bae6c231461c4acdf76a0023100ad14c0cc9e667d6cb1
  b51ce8c6cbfabdb6fdf0d514b73b27ca0008cdba64a73ba3732b3162fafd3874
  3f779c08d567ab"
