"""The facts for people and programs: text, dump, page, JSON. Each view reads the facts; none changes them."""
