"""What is true of a message without its key: where its fields are, what they say together, its signature. No view is known here."""
