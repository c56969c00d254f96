"""`python -m clarion.reference.build`: compile the reference data into `clarion/reference/compiled/`."""

import sys
from pathlib import Path

from clarion.reference.build.compile import compile_reference

sys.stdout.write(compile_reference(Path(__file__).parent.parent) + "\n")
