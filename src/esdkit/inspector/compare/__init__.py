"""What differs between two messages."""
