"""Why a message does not decrypt, or what the bytes are when they are not a message.

Strategy: ``recognize`` names bytes that are not a message; ``explain`` puts the checks of the engine, a table of data keys and given keys,
policy, context and readers into one ``Diagnosis``; ``evidence`` chooses what explains most; ``defects`` knows producers that wrote wrong
messages; ``short``, ``text`` and ``json`` show a diagnosis. Texts for people come from the tables in spec/.
Nothing here repairs bytes: what was written wrongly is decrypted and encrypted again (``rewrite``).
"""
