"""`python -m cli`: the command where it is not installed."""

from cli.main import main

main()
