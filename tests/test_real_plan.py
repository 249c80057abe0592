"""The real plan's editions hold what an independent transcription counted."""

from pathlib import Path

import pytest
import yaml

from planversion.model import Edition, Relisting, walk_sections

EDITIONS = Path(__file__).parent.parent / "editions" / "nishitokyo-chiiki-fukushi"


def real(name):
    return Edition.model_validate(yaml.safe_load((EDITIONS / f"{name}.yaml").read_text("utf-8")))


@pytest.mark.parametrize(
    ("name", "levels", "placements", "projects", "marked"),
    [("4", [6, 17, 51], 156, 144, 0), ("5-draft-2", [6, 17, 52], 183, 165, 5)],
)
def test_sections_and_rows_are_as_counted(name, levels, placements, projects, marked):
    sections = list(walk_sections(real(name).sections))
    depths = [len(path) // 2 for _, path in sections]
    rows = [row for section, _ in sections for row in section.projects]
    relistings = [row for row in rows if isinstance(row, Relisting)]

    assert [depths.count(depth) for depth in (1, 2, 3)] == levels
    assert len(rows) == placements
    assert len(rows) - len(relistings) == projects
    assert sum(row.marked for row in relistings) == marked


def test_every_department_of_a_row_is_declared():
    for name in ("4", "5-draft-2"):
        edition = real(name)
        declared = {department.name for department in edition.departments}
        rows = [row for section, _ in walk_sections(edition.sections) for row in section.projects]

        assert {name for row in rows for name in row.departments or ()} == declared
