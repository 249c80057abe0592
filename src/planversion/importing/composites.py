"""Numbers that repeat those of the sections above: `1-1`, `１－１`, `1-(1)`, `2.3.1`.

Such a number is read as what is new in it, by a code that begins with the sign: `-{n}`. The codes
of the levels, one after the other, print it again.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

SIGNS = r"[-‐‑–−－.．]"
"""What stands between the numbers."""
_COMPOSITE = re.compile(
    rf"\s*(?P<above>\d{{1,3}}(?:{SIGNS}\d{{1,3}})*)(?P<sign>{SIGNS})"
    r"(?:(?P<bare>\d{1,3})(?P<after>\s+|[、:：]\s*|[.．](?!\d)\s*|$)"
    r"|(?P<opening>[(（])(?P<enclosed>\d{1,3})(?P<closing>[)）])\s*)"
)
"""A bare figure is a number only with a space or a point behind it: 1-2歳児の健診."""


class Composite(NamedTuple):
    """What a text begins with: the numbers above, its own and how it is printed; what follows."""

    above: tuple[int, ...]
    number: int
    code: str
    rest: str

    def follows(self, above: Iterable[int | str | None]) -> bool:
        """Whether it repeats the numbers of the sections above."""
        return self.above == tuple(above)[-len(self.above) :]


def composite(text: str) -> Composite | None:
    """The number that the text begins with; None where it begins with none of these."""
    found = _COMPOSITE.match(text)
    if found is None:
        return None
    above = tuple(int(one) for one in re.split(SIGNS, found["above"]))
    own = found["bare"] or found["enclosed"]
    printed = "{n}" if own.isascii() else "{n:fullwidth}"
    code = f"{found['sign']}{found['opening'] or ''}{printed}{found['closing'] or ''}"
    return Composite(above, int(own), code, text[found.end() :].strip())


def is_composite(code: str) -> bool:
    """Whether sections of a level with this code repeat the numbers above."""
    return re.match(SIGNS, code) is not None


def read_by(code: str, text: str) -> Composite | None:
    """The number by a level's code, whichever width it is typed in."""
    found = composite(text) if is_composite(code) else None
    return found if found and _plain(found.code) == _plain(code) else None


def code_of_composites(texts: Iterable[str]) -> str | None:
    """The code by which half of these or more are numbered; None where none does."""
    every = list(texts)
    counted = Counter(found.code for found in map(composite, every) if found)
    code, count = counted.most_common(1)[0] if counted else ("", 0)
    return code if count and 2 * count >= len(every) else None


def _plain(code: str) -> str:
    narrow = unicodedata.normalize("NFKC", code).replace(":fullwidth", "")
    return re.sub("[‐‑–−]", "-", narrow)
