"""What the models object to, said of the cells that it came from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from planversion.importing.grids import Spot, Told
from planversion.importing.headers import NEEDED
from planversion.importing.taking import Taking
from planversion.importing.trees import Spots, Tree
from planversion.messages import say
from planversion.model import Edition, Path
from planversion.yamltext.complaints import resolved
from planversion.yamltext.objections import NO_ID, flaw, objection


def judged(tree: Tree, spots: Spots, taking: Taking) -> Edition | None:
    """The edition that the values are; None where the models refuse them, which is said."""
    try:
        return Edition.model_validate(tree, by_alias=True, by_name=False)
    except ValidationError as error:
        for path, told in _objections(error, tree):
            taking.refuse(_spot(path, spots), told)
    return None


def _objections(error: ValidationError, tree: Tree) -> Iterator[tuple[Path, Told]]:
    for detail in error.errors(include_url=False):
        if detail["type"] == "missing" and detail["loc"] in NEEDED:
            # That was said in the words of the sheet.
            continue
        if detail["type"] == "unsound":
            for code, path, values in detail["ctx"]["flaws"]:
                yield path, _of_a_row(code, values) or flaw(code, values)
        else:
            path = resolved(detail["loc"], tree)
            told = objection(detail, path, str(_value(path, tree)), Edition)
            yield path, (*told[:2], _NO_ID) if told[2] == NO_ID else told


def _of_a_row(code: str, values: dict[str, str]) -> Told | None:
    """What is mended in a table otherwise than in a file of ours."""
    if code == "duplicate-id":
        what = say("the id {id} stands here a second time", id=values["id"])
        return code, what, say("Mark the row as a relisting, or clear its id.")
    if code == "listed-twice":
        what = say("this project is listed in this section already")
        return code, what, say("Delete one of the two rows.")
    return None


def _value(path: Path, tree: Any) -> Any:
    for part in path:
        tree = tree[part]
    return tree


def _spot(path: Path, spots: Spots) -> Spot | None:
    """The cell of a value, else that of what it belongs to."""
    for length in range(len(path), 0, -1):
        if path[:length] in spots:
            return spots[path[:length]]
    return None


_NO_ID = say(
    "Write p- or s- and ten letters and figures, or clear the cell: ids come by themselves."
)
