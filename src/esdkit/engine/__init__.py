"""The engine: what a client does with a message. It opens no file and prints nothing."""
