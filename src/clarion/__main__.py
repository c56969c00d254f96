"""`python -m clarion` is the command line."""

import sys

from clarion.cli import main

sys.exit(main())
