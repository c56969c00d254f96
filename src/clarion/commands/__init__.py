"""What each command of the command line takes and does: `cli.py` reads argv and hands the options over."""
