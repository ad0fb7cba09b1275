"""The structure of the format, defined once with construct and read in several ways. The only room that imports construct."""
