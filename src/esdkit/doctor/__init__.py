"""Why a message does not decrypt, or what the bytes are when they are none.

Strategy: ``thing`` names bytes that are no message; ``explain`` puts the walk through the stages, a table of data keys and configured keys,
policy, context and readers into one ``Diagnosis``; ``defects`` knows producers that wrote wrong messages. Texts for people come from tables
(spec/non_messages.yaml, spec/sdk_errors.yaml, spec/errors.yaml). Nothing here repairs bytes: what was written wrong is decrypted and
encrypted again.
"""
