"""The names of known producer defects whose messages a client can read."""

__all__ = ["NET_4_0_0"]

NET_4_0_0 = "net-4.0.0"
