# 80 bytes. auto: a length or count that is computed.

# Not read any further: version is 0x30, expected 1 or 2 @ header.version
# (offset 0x0). Hint: This is not an ESDK message, or it is still inside
# something else: esdkit doctor says what it is, esdkit extract takes it out.
hex"
  3032303437383665376662316233636465653038343632633236373133303961
  3730343636646433306635656338653865623563363834336363326561323262
  66666638303230303161303030323030"
