"""Version public plans: who is who between editions, what changed, and how to tell it.

    from planversion import changelog, compare, read_edition, markdown

    old = read_edition(Path("4.yaml").read_bytes(), "4.yaml")
    new = read_edition(Path("5.yaml").read_bytes(), "5.yaml")
    comparison = compare(old.edition, new.edition)
    print(markdown(changelog(comparison, "ja")))

Everything is loaded when first asked for, so importing the package costs next to nothing. All of it
is described in docs/reference/library.md; the kinds of changes also by help("planversion.changes").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planversion.version import __version__

if TYPE_CHECKING:
    from planversion.applying import apply, invert
    from planversion.auditing import Audit, audit
    from planversion.changes import Change, Diff
    from planversion.checking import Finding, Report, Review, check
    from planversion.comparing import Comparison, Row, compare
    from planversion.comparing.crosswalk import Crosswalk, crosswalk
    from planversion.errors import Location, PlanversionError, Problem
    from planversion.importing import Imported, Layout, imported
    from planversion.interchange import read_diff, write_diff
    from planversion.matching import Matching, match
    from planversion.merging import Conflict, Merge, merge
    from planversion.messages import Language, Message
    from planversion.model import Edition, Project, Relisting, Section
    from planversion.patching import Minting, canonical, mint, patch
    from planversion.policy import Config, Policy, TableLayout, Waiver
    from planversion.rendering.changelog import changelog
    from planversion.rendering.difference import difference
    from planversion.rendering.laying import layout
    from planversion.rendering.markdown import markdown
    from planversion.rendering.overview import overview
    from planversion.rendering.page import Page
    from planversion.rendering.sheet import sheet
    from planversion.rendering.table import Table
    from planversion.rendering.tabulating import table
    from planversion.rendering.terminal import terminal
    from planversion.rendering.views.chapters import View
    from planversion.rendering.web.pages import html
    from planversion.suggesting import Suggestion, Suggestions, suggest
    from planversion.yamltext import Source, read_edition

_HOMES = {
    "applying": ("apply", "invert"),
    "auditing": ("Audit", "audit"),
    "changes": ("Change", "Diff"),
    "checking": ("Finding", "Report", "Review", "check"),
    "comparing": ("Comparison", "Row", "compare"),
    "comparing.crosswalk": ("Crosswalk", "crosswalk"),
    "errors": ("Location", "PlanversionError", "Problem"),
    "importing": ("Imported", "Layout", "imported"),
    "interchange": ("read_diff", "write_diff"),
    "matching": ("Matching", "match"),
    "merging": ("Conflict", "Merge", "merge"),
    "messages": ("Language", "Message"),
    "model": ("Edition", "Project", "Relisting", "Section"),
    "patching": ("Minting", "canonical", "mint", "patch"),
    "policy": ("Config", "Policy", "TableLayout", "Waiver"),
    "rendering.changelog": ("changelog",),
    "rendering.difference": ("difference",),
    "rendering.laying": ("layout",),
    "rendering.markdown": ("markdown",),
    "rendering.overview": ("overview",),
    "rendering.page": ("Page",),
    "rendering.sheet": ("sheet",),
    "rendering.table": ("Table",),
    "rendering.tabulating": ("table",),
    "rendering.terminal": ("terminal",),
    "rendering.views.chapters": ("View",),
    "rendering.web.pages": ("html",),
    "suggesting": ("Suggestion", "Suggestions", "suggest"),
    "yamltext": ("Source", "read_edition"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Audit",
    "Change",
    "Comparison",
    "Config",
    "Conflict",
    "Crosswalk",
    "Diff",
    "Edition",
    "Finding",
    "Imported",
    "Language",
    "Layout",
    "Location",
    "Matching",
    "Merge",
    "Message",
    "Minting",
    "Page",
    "PlanversionError",
    "Policy",
    "Problem",
    "Project",
    "Relisting",
    "Report",
    "Review",
    "Row",
    "Section",
    "Source",
    "Suggestion",
    "Suggestions",
    "Table",
    "TableLayout",
    "View",
    "Waiver",
    "__version__",
    "apply",
    "audit",
    "canonical",
    "changelog",
    "check",
    "compare",
    "crosswalk",
    "difference",
    "html",
    "imported",
    "invert",
    "layout",
    "markdown",
    "match",
    "merge",
    "mint",
    "overview",
    "patch",
    "read_diff",
    "read_edition",
    "sheet",
    "suggest",
    "table",
    "terminal",
    "write_diff",
]


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - only when something is used

    return getattr(import_module(f"{__name__}.{home}"), name)
