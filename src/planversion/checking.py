"""The rules run over editions, levels as the repository decided, worst first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from planversion.errors import Location, Problem, in_file_order
from planversion.model import Path
from planversion.policy import Level
from planversion.rules import RULES, STEP_RULES
from planversion.rules.findings import LEVELS, Finding
from planversion.yamltext import Source
from planversion.yamltext.words import in_words


def check(sources: Iterable[Source], levels: Mapping[str, Level]) -> tuple[Finding, ...]:
    """Every finding, the worst first, then by file and where it stands there.

    An edition is held against the one before it where that is among the sources.
    """
    every = tuple(sources)
    known = {(source.edition.plan.id, source.edition.id): source for source in every}
    found: list[Finding] = []
    for source in every:
        edition = source.edition
        before = known.get((edition.plan.id, edition.header.previous or ""))
        found += _findings(source, before, levels)
    return tuple(sorted(found, key=_worst_first))


Found = Iterable[tuple[Path, Problem]]


def _findings(
    source: Source, before: Source | None, levels: Mapping[str, Level]
) -> Iterator[Finding]:
    alone: list[tuple[str, Level, Found]] = [(r.id, r.level, r.check(source)) for r in RULES]
    beside = [(r.id, r.level, r.check(source, before)) for r in STEP_RULES if before]
    for rule, default, found in (*alone, *beside):
        level = levels.get(rule, default)
        if level != "off":
            yield from (
                Finding(level, problem._replace(where=_where(source, path)))
                for path, problem in found
            )


def _where(source: Source, path: Path) -> Location:
    at = source.location(path)
    return at._replace(path=in_words(path, source.tree))


def _worst_first(finding: Finding) -> tuple[int, str, tuple[int, int]]:
    where = finding.problem.where
    file = where.file if where else ""
    return LEVELS.index(finding.level), file, in_file_order(finding.problem)
