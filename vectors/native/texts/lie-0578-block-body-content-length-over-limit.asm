# 459 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  2e468b1628168e41ef73bf3667ebfed2152a1dafbb50e5d79d264b23f5c01e4b"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "ApnLIDURBHpslgRdNv1G2iQBD25GEqUFeoLsAKLtIR0vh6vQnXrA2QbucPs+hvvLJg=="

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
    000000800000000c00482a661b2f68c0315cc829"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d0f6220863c47583b3844dd4620a0785eb37545cea14e13d234d5c7fd11d73f0
    78238c77533601e2e80eeb9f3f760272"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  33150f765540f7bdaf305bf776a3779a5f6c7c713222d95a89f4a74a37ac7ec5"

header_auth.tag hex"8b0898363c51235fea5df9f593f10731"

body.iv hex"000000000000000000000001"
body.content_length 68719476705

# Not read any further: the bytes end inside the non-framed ciphertext:
# 68719476572 more are needed @ body.ciphertext (offset 0x146). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"
  73358c0611a7c09f81393137f1d0194072b46d9d0885757eca82922400673065
  02306686592aed1ee57428822fb2e31a12bf49efaaaeb8e717a336149c8a2587
  464c341367f1781dec32dbea562280a7611e023100cfbbb197fddd864830b58f
  421e8d23ae47e924c467e74d5bb77179dd8317d502f4ddd998187307e5aa6b7a
  55dfd0dbc1"
