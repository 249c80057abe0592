"""A file that is no edition is looked at as far as it goes: one look, all that is to be mended."""

from __future__ import annotations

import copy
import datetime as dt
import json
from pathlib import Path
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from planversion import read_edition
from planversion.checking import Review, check
from planversion.policy import Policy
from planversion.yamltext import PartlyReadError, Rest
from planversion.yamltext.parsing import parse
from repositories import Folder

CASES = Path(__file__).parent / "cases"
BROKEN = (CASES / "bad-input/values-hide-nothing/edition.yaml").read_text(encoding="utf-8")
GOOD = parse((CASES / "compare/split/new.yaml").read_text(encoding="utf-8"))[0]
FOUND = [
    "1 project 1, departments 1: 健廉課 is no declared department",
    "1, number: a section before it has the number 1 already",
    "lineage 1, to 1: p-nq16wz4e4h is nobody in this edition",
    "1: the id is missing",
    "1 project 3: the id is missing",
    "1 project 3: the department is missing",
]


def rest(text: str) -> Rest | None:
    """What is left of a file that is no edition."""
    try:
        read_edition(text.encode(), "edition.yaml")
    except PartlyReadError as error:
        return error.rest()
    return None


def findings(left: Rest) -> list[str]:
    report = check(Review((), rests=(left,)), Policy(), today=dt.date(2026, 4, 1))
    told = [(one.problem.where, one.problem.what) for one in report.findings]
    return [f"{where.path}: {what}" for where, what in told if where]


def test_the_rules_look_at_what_could_be_read() -> None:
    left = rest(BROKEN)
    assert left
    assert findings(left) == FOUND


def test_both_commands_tell_findings_beside_what_could_not_be_read(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.git("init", "--quiet", "--initial-branch=main")
    folder.commit(**{"2": BROKEN.replace("colour: red\n", "note: red\n")})
    folder.write("editions/2.yaml", BROKEN)
    for command in (("validate",), ("check",), ("check", "--base", "HEAD")):
        ran = folder.run(*command, "--lang", "en")
        assert ran.code == 2
        assert "[unknown-relisting]" in ran.out
        assert all(one in ran.out for one in FOUND), command


def test_nobody_is_blamed_for_what_a_slip_took_away() -> None:
    text = BROKEN.replace("departments: [{name: 健康課}]", "departments: 健廉課")
    text = text.replace("  - {from: [], to: []}\n", "  - {from: [p-xx], to: []}\n")
    left = rest(text.replace("id: p-6kjcydshg8,", "id: p-6kjcydshg9,"))
    assert left
    # Departments may be declared, p-nq16wz4e4h may be who is misspelt.
    assert [one for one in findings(left) if "健廉課" in one or "nobody" in one] == []


def test_an_edition_without_its_name_is_nobodys() -> None:
    assert rest(BROKEN.replace("id: case,", "id: Case!,")) is None


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    below = [((*path, key), item) for key, item in items]
    return [one for here, item in below for one in (here, *_inside(item, here))]


def _inside(value: Any, path: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    return places(value, path) if isinstance(value, dict | list) else []


@given(st.sampled_from(places(GOOD)), st.sampled_from(["", 0, None, ["", 1], "rename"]))
def test_a_slip_in_a_faultless_edition_is_told_alone(path: tuple[Any, ...], slip: Any) -> None:
    tree = copy.deepcopy(GOOD)
    parent = tree
    for key in path[:-1]:
        parent = parent[key]
    if slip == "rename":
        assume(isinstance(parent, dict))
        parent[f"{path[-1]}s"] = parent.pop(path[-1])
    else:
        parent[path[-1]] = slip
    left = rest(json.dumps(tree))
    assert left is None or findings(left) == []
