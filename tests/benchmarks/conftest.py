"""The benchmarks are run from the repository root, and so are found there."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))
