"""Compiles the message catalogues when the package is built, and refuses an incomplete one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CATALOGUES = "src/planversion/locale"


class CompileCatalogues(BuildHookInterface):  # type: ignore[type-arg]
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        del version, build_data
        for source in sorted(Path(self.root, CATALOGUES).glob("*/LC_MESSAGES/*.po")):
            compile_catalogue(source)


def compile_catalogue(source: Path) -> None:
    with source.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    missing = [m.id for m in catalogue if m.id and (m.fuzzy or not m.string or not all(m.string))]
    if missing:
        raise ValueError(f"{source}: without a translation: {missing}")
    with source.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)
