"""A module imports only from levels above it; the table is that of docs/architecture.md."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import planversion

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/planversion"
ROW = re.compile(r"^\| (\d+) \| `([a-z_/]+)`", re.MULTILINE)


def levels() -> dict[str, int]:
    table = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    return {name.rstrip("/"): int(level) for level, name in ROW.findall(table)}


def modules() -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        top = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        if top != "__init__":
            found.setdefault(top, []).append(path)
    return found


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            whole = node.module == "planversion"
            names = [f"planversion.{a.name}" for a in node.names] if whole else [node.module]
        yield from (name.split(".")[1] for name in names if name.startswith("planversion."))


def test_every_module_has_a_level_and_every_level_a_module() -> None:
    assert sorted(levels()) == sorted(modules())


@pytest.mark.parametrize("module", sorted(modules()))
def test_a_module_imports_only_from_levels_above_it(module: str) -> None:
    for path in modules()[module]:
        for other in imported(path):
            if other != module:
                assert levels()[other] < levels()[module], f"{path} imports {other}"


def test_imports_name_whom_they_import() -> None:
    for paths in modules().values():
        for path in paths:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                assert not (isinstance(node, ast.ImportFrom) and node.level), path


@pytest.mark.parametrize(
    ("form", "beside"), [("markdown", set()), ("fitting", set()), ("terminal", {"fitting"})]
)
def test_a_format_knows_pages_and_nothing_of_changes(form: str, beside: set[str]) -> None:
    tree = ast.parse((SOURCE / f"rendering/{form}.py").read_text(encoding="utf-8"))
    known = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}
    ours = {module for module in known if module.startswith("planversion")}
    assert ours == {f"planversion.rendering.{one}" for one in ("page", "safety", *beside)}


def test_everything_public_is_documented() -> None:
    for paths in modules().values():
        for path in paths:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            assert ast.get_docstring(tree), path
            for node in tree.body:
                if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_":
                    assert ast.get_docstring(node), f"{path}: {node.name}"


@pytest.mark.parametrize("heavy", ["deepdiff", "jinja2", "rich"])
def test_a_heavy_library_has_one_importer(heavy: str) -> None:
    importers = [
        path.relative_to(SOURCE).as_posix()
        for paths in modules().values()
        for path in paths
        if re.search(rf"^\s*(from|import) {heavy}\b", path.read_text("utf-8"), re.MULTILINE)
    ]
    homes = {
        "deepdiff": "fields.py",
        "jinja2": "rendering/templates.py",
        "rich": "cli/progress.py",
    }
    assert importers == [homes[heavy]]


def test_processes_are_started_for_git_only() -> None:
    importers = {
        path.relative_to(SOURCE).parts[0]
        for paths in modules().values()
        for path in paths
        if re.search(
            r"^\s*(from|import) (subprocess|multiprocessing)\b",
            path.read_text("utf-8"),
            re.MULTILINE,
        )
        or re.search(r"\bos\.(system|popen|exec|spawn|posix_spawn)", path.read_text("utf-8"))
    }
    assert importers == {"repo"}


def test_importing_the_package_loads_nothing_of_weight() -> None:
    code = "import sys, planversion; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    ours = {name for name in loaded.stdout.split() if name.startswith("planversion")}
    assert ours == {"planversion", "planversion.version"}
    assert "pydantic" not in loaded.stdout


def test_a_command_loads_nothing_that_it_does_not_use() -> None:
    code = (
        "import sys; from planversion.cli import entry, starting; starting.start_quickly();"
        "sys.argv = ['planversion', 'diff', '4', '5-draft-2']; entry._code();"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "planversion.comparing" in loaded
    heavy = {"importlib.metadata", "deepdiff", "jinja2", "rich", "tomllib", "asyncio"}
    git = {"planversion.repo", "planversion.cli.ranges", "subprocess"}
    assert not loaded & (heavy | git)


def test_what_is_offered_is_listed_without_loading_any_of_it() -> None:
    code = "import sys, planversion; print(*dir(planversion)); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    listed, loaded = (set(line.split()) for line in done.stdout.splitlines())
    assert listed.issuperset(planversion.__all__)
    ours = {name for name in loaded if name.startswith("planversion")}
    assert ours == {"planversion", "planversion.version"}


def test_everything_that_is_offered_is_there() -> None:
    for name in planversion.__all__:
        assert getattr(planversion, name) is not None
