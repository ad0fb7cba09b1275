"""Inputs for property tests: ``esdkit.fuzz.strategies`` (extra ``fuzz``, which is hypothesis).

Nothing is imported here, so that hypothesis is needed only for the strategies.
"""
