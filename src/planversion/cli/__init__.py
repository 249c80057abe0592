"""The command line: arguments in, exit code out."""

from planversion.cli.entry import main

__all__ = ["main"]
