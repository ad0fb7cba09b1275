"""Shared by all tests: hypothesis never fails because a machine is slow."""

from hypothesis import settings

settings.register_profile("default", deadline=None)
settings.register_profile("fuzz", deadline=None, max_examples=10_000)  # make fuzz
settings.load_profile("default")
