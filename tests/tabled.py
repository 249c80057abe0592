"""Tables for tests: the real plan, one whose names are hostile, the command that writes them."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import yaml

from planversion import Comparison, compare, read_edition
from planversion.ids import check_character
from planversion.model import Edition

ROOT = Path(__file__).parents[1]
EDITIONS = ROOT / "editions/nishitokyo-chiiki-fukushi"

HOSTILE = (
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1",
    "@SUM(1)",
    "'=1",
    "＝1+1",
    "]]>",
    "<r><t>x</t></r>",
    "_x0041_",
    "https://example.com/",
    "逆\u202eから",
    "a\uffffb",
    "長" * 10_000,
    "👩‍👩‍👧 と 𠮷野家",
    "0123",
    "a;b\\c",
)


@cache
def edition(name: str) -> Edition:
    """An edition of the real plan."""
    return read_edition((EDITIONS / f"{name}.yaml").read_bytes(), name).edition


@cache
def real() -> Comparison:
    """The real plan's editions compared."""
    return compare(edition("4"), edition("5-draft-2"))


def hostile(names: tuple[str, ...] = HOSTILE) -> Comparison:
    """Editions whose names are hostile: one is new in each pair, the other was named otherwise."""
    ended = tuple(f"{name}を検討" for name in names)
    return compare(_plan("1", "", ended), _plan("2", "1", names))


def plan(edition: str, previous: str, names: tuple[str, ...]) -> str:
    """An edition's file with projects of these names."""
    head = {"id": edition, "label": f"第{edition}期", "status": "draft"}
    rows = [
        {"id": _id("p", n), "name": name, "departments": [name]} for n, name in enumerate(names)
    ]
    below = {"id": _id("s", 1), "number": 1, "title": names[0], "projects": rows}
    tree = {
        "schema": 1,
        "plan": {"id": "hostile", "title": names[0], "language": "ja"},
        "edition": head | ({"previous": previous} if previous else {}),
        "levels": [{"name": "目標", "code": "{n}"}, {"name": "施策", "code": "({n})"}],
        "departments": [{"name": name} for name in names],
        "sections": [{"id": _id("s", 0), "number": 1, "title": names[0], "sections": [below]}],
    }
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)


def _plan(edition: str, previous: str, names: tuple[str, ...]) -> Edition:
    return read_edition(plan(edition, previous, names).encode(), edition).edition


def _id(kind: str, number: int) -> str:
    body = f"{number:09d}"
    return f"{kind}-{body}{check_character(body)}"


def run(*arguments: str, cwd: Path = ROOT, env: dict[str, str] | None = None) -> tuple[int, bytes]:
    """The command `table`, with its exit code and what it printed or complained of."""
    done = subprocess.run(
        [sys.executable, "-m", "planversion", "table", *arguments],
        cwd=cwd,
        capture_output=True,
        env=env,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stdout or done.stderr
