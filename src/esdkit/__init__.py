"""esdkit: a specification-driven toolkit for the AWS Encryption SDK message format."""

__version__ = "0.1.0"
