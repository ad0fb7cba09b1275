"""A campaign: the messages of a plan moved to other keys."""
