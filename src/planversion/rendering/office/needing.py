"""What the office's files need beside the library itself."""

from __future__ import annotations

from importlib.util import find_spec

from planversion.errors import Problem, UsageError
from planversion.messages import say


def need(package: str, called: str) -> None:
    """Raises UsageError where the package isn't here, by the name it is imported by."""
    if find_spec(package) is None:
        what = say("this format needs {name}, which isn't here", name=called)
        mend = say("Install it: pip install 'planversion[office]'")
        raise UsageError([Problem("missing-extra", what, mend)])
