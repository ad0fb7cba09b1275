"""Shared by all tests: hypothesis never fails because a machine is slow."""

from hypothesis import settings

settings.register_profile("default", deadline=None)
settings.load_profile("default")
