"""Days as offices write them: `令和8年4月1日`, `R8.4.1`, `２０２６年４月１日`."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

_YEARS_BEFORE = {
    **dict.fromkeys(("令和", "r"), 2018),
    **dict.fromkeys(("平成", "h"), 1988),
    **dict.fromkeys(("昭和", "s"), 1925),
    **dict.fromkeys(("大正", "t"), 1911),
    **dict.fromkeys(("明治", "m"), 1867),
}
"""The year before the first of each era."""
_ERA = "|".join(_YEARS_BEFORE)
_PARTED = (
    r"(?:年(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日"
    r"|(?P<sign>[./-])(?P<m2>\d{1,2})(?P=sign)(?P<d2>\d{1,2})"
    r"|(?P<m3>\d{2})(?P<d3>\d{2}))"
)
_YEAR = rf"(?:(?P<era>{_ERA})(?P<of>\d{{1,2}}|元)|(?P<year>\d{{4}}))"
_MONTH_AND_DAY = (("m1", "m2", "m3"), ("d1", "d2", "d3"))
_DAY = re.compile(_YEAR + _PARTED, re.ASCII)


def day_of(text: str) -> dt.date | None:
    """The day; None where the text says no day of the calendar."""
    # In one character, as fonts have them: ㋿8年. Spaces are for the eye: 令和 8年 4月 1日.
    plain = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    found = _DAY.fullmatch(plain)
    if not found:
        return None
    month, day = (next(filter(None, found.group(*names))) for names in _MONTH_AND_DAY)
    try:
        return dt.date(_year(found), int(month), int(day))
    except ValueError:
        return None


def _year(found: re.Match[str]) -> int:
    if not found["era"]:
        return int(found["year"])
    # Plans of 2018 look ahead to 平成32年: an era goes on in what was printed before it ended.
    return _YEARS_BEFORE[found["era"]] + (1 if found["of"] == "元" else int(found["of"]))
