"""The generated plans are what they claim to be: what is measured on them is worth as much."""

import pytest
import yaml
from benchmarks.plans import counted, old_and_new
from benchmarks.writing import write

from planversion.comparing import compare
from planversion.model import Edition
from planversion.yamltext import read_edition

SIZE = 150


@pytest.mark.parametrize("seed", range(5))
def test_comparing_finds_exactly_the_changes_that_were_made(seed):
    old, new, known = old_and_new(SIZE, seed)

    found = compare(Edition.model_validate(old), Edition.model_validate(new)).diff.changes

    assert counted(found) == known


def test_every_kind_of_change_is_made():
    _, _, known = old_and_new(SIZE, 0)

    assert {label.split()[0] for label in known} >= {
        *("renamed", "renumbered", "moved", "reassigned", "revised", "department_succeeded"),
        *("added", "removed", "split", "merged"),
    }


def test_the_same_seed_gives_the_same_bytes():
    assert [*map(write, old_and_new(SIZE, 7)[:2])] == [*map(write, old_and_new(SIZE, 7)[:2])]
    assert write(old_and_new(SIZE, 7)[0]) != write(old_and_new(SIZE, 8)[0])


def test_what_is_written_reads_as_what_was_made():
    for edition in old_and_new(SIZE, 0)[:2]:
        written = write(edition)

        assert yaml.safe_load(written) == edition
        assert read_edition(written, "plan.yaml").edition == Edition.model_validate(edition)
