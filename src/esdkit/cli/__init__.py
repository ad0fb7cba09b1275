"""The command line. A verb parses arguments, calls the library and renders; what a message means is decided below."""
