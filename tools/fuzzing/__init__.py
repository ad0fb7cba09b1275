"""Fuzzing of esdkit itself: what must hold for any input, and what runs it (atheris, hypothesis, the long run)."""
