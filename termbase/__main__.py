"""`python -m termbase` is the command `termbase`."""

from termbase.cli import main

main()
