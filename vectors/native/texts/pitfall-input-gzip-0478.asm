# 300 bytes. auto: a length or count that is computed.

# Not read any further: version is 0x1f, expected 1 or 2 @ header.version
# (offset 0x0). Hint: This is not an ESDK message, or it is still inside
# something else: esdkit doctor says what it is, esdkit extract takes it out.
hex"
  1f8b08000000000002036362a9c8abdfb8f9ec3b0e371db5428359056eb997f9
  e34ebc781d93e17c466f91f6ff1f4c0c520c4c0cec05a54505f9c5a90c2c25a9
  c5250c2ca5c5a9450c8ce60c8c0c7ca9c529d99925ba65a9c925f945c50cd289
  a9c5ba8646160c0c0c0d40cc73d9796ae9278fb7d1dd7796bc61309839639bd4
  dfca58dedeadadea6bef66946c647df16dad8f6f71f6fe253fbd57db2e3cfee8
  df22c173f589af6beba5759ffc3cce04348263d7090726ed12f65aa63c758102
  3f67f513a935ebf55f783e98dfb82ea36e92e3919c2ae3badc13be7fbce7eeeb
  2e6360a801ea61644000c635fc5327d9f7ae742a9f1563c592e4e6c5b8fa30ab
  c2aead15ff810028cf84a416c466f996d7dce8c062f9f8c9327bcfaaf8dda162
  0e8a97006b29a0a329010000"
