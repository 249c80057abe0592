"""Writes docs/reference/library.md from the docstrings of what the package offers.

Run it as python docs/library.py.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import planversion
from planversion.changes import FieldChange, Member, Spot
from planversion.errors import PlanversionError

PAGE = Path(__file__).parent / "reference/library.md"
HEAD = """# The library

Generated from the docstrings. Everything here is imported from `planversion` itself; what is named
in an annotation and isn't here comes with what is. Kinds of changes are in `planversion.changes`,
errors in `planversion.errors`.
"""
OF_CHANGES = (Spot, FieldChange, Member)


def library() -> str:
    """The page: functions, then what they take and give."""
    found = {name: getattr(planversion, name) for name in planversion.__all__ if name[0] != "_"}
    functions = [one for one in found.items() if inspect.isfunction(one[1])]
    others = [one for one in found.items() if not inspect.isfunction(one[1])]
    lines = [HEAD, "## Functions", ""]
    lines += [line for name, one in functions for line in _function(name, one)]
    lines += ["## Values", ""]
    lines += [line for name, one in others for line in _value(name, one)]
    lines += ["## Errors", "", "| error | what it is |", "|---|---|"]
    lines += [f"| `{one.__name__}` | {_cell(inspect.getdoc(one) or '')} |" for one in _errors()]
    return "\n".join([*lines, ""])


def _errors() -> list[type]:
    every = [PlanversionError, *PlanversionError.__subclasses__()]
    return [one for one in every if one.__module__ == PlanversionError.__module__]


def _function(name: str, function: Any) -> Iterator[str]:
    (tree,) = ast.parse(inspect.getsource(function)).body
    assert isinstance(tree, ast.FunctionDef)
    gives = ast.unparse(tree.returns) if tree.returns else "None"
    called = f"{name}({ast.unparse(tree.args)}) -> {gives}"
    yield from (f"### {name}", "", "```python", called, "```", "")
    yield from (inspect.getdoc(function) or "", "")


def _value(name: str, value: Any) -> Iterator[str]:
    yield from (f"### {name}", "")
    if inspect.isclass(value):
        yield from _class(value)
    elif all(inspect.isclass(one) for one in get_args(value)):
        yield from ("One of these, told apart by `kind`; then what they are made of:", "")
        for one in (*get_args(value), *OF_CHANGES):
            yield from (f"#### {one.__name__}", "", *_class(one))
    else:
        yield from ("One of " + ", ".join(f"`{one!r}`" for one in get_args(value)) + ".", "")


def _class(of: type) -> Iterator[str]:
    yield from (inspect.getdoc(of) or "", "")
    rows = list(_rows(of))
    if rows:
        yield from ("| name | type | meaning |", "|---|---|---|")
        yield from (f"| `{name}` | `{_cell(kind)}` | {said} |" for name, kind, said in rows)
        yield ""


def _rows(of: type) -> Iterator[tuple[str, str, str]]:
    """Every public field, property and method: its name, its type, and what is said of it."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(of))).body
    assert isinstance(tree, ast.ClassDef)
    for one, following in zip(tree.body, [*tree.body[1:], ast.Pass()], strict=True):
        match one:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=kind) if _is_public(name):
                yield name, ast.unparse(kind), _said(following)
            case ast.FunctionDef(name=name) if _is_public(name):
                yield name, _kind(one), _cell(ast.get_docstring(one) or "")


def _is_public(name: str) -> bool:
    return name[0] != "_" and name != "model_config"


def _kind(method: ast.FunctionDef) -> str:
    """What a property is, or how a method is called and what it gives."""
    gives = ast.unparse(method.returns) if method.returns else ""
    if any("property" in ast.unparse(one) for one in method.decorator_list):
        return gives
    return f"({ast.unparse(method.args)}) → {gives}".replace("(self, ", "(").replace("(self)", "()")


def _said(node: ast.AST) -> str:
    match node:
        case ast.Expr(value=ast.Constant(value=str(said))):
            return _cell(said)
    return ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(library(), encoding="utf-8")
