"""Inputs for property tests: ``esdkit.fuzz.strategies`` (extra ``fuzz``, which is hypothesis).

Nothing is imported here, so that who has no hypothesis is not asked for it.
"""
