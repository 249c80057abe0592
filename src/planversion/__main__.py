"""`python -m planversion`: the command line."""

from planversion.cli import main

main()
