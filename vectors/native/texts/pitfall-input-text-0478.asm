# 34 bytes. auto: a length or count that is computed.

# Not read any further: version is 0x54, expected 1 or 2 @ header.version
# (offset 0x0). Hint: This is not an ESDK message, or it is still inside
# something else: esdkit doctor says what it is, esdkit extract takes it out.
hex"546865206d65737361676520697320696e20746865206174746163686d656e742e0a"
