"""The command line: arguments in, exit code out."""

from planversion.cli.starting import main

__all__ = ["main"]
