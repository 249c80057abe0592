"""The rules run over editions, levels as the repository decided, worst first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from planversion.errors import Location, in_file_order
from planversion.model import Path
from planversion.policy import Level
from planversion.rules import RULES
from planversion.rules.findings import LEVELS, Finding
from planversion.yamltext import Source
from planversion.yamltext.words import in_words


def check(sources: Iterable[Source], levels: Mapping[str, Level]) -> tuple[Finding, ...]:
    """Every finding, the worst first, then by file and where it stands there."""
    found = [finding for source in sources for finding in _findings(source, levels)]
    return tuple(sorted(found, key=_worst_first))


def _findings(source: Source, levels: Mapping[str, Level]) -> Iterator[Finding]:
    for rule in RULES:
        level = levels.get(rule.id, rule.level)
        if level != "off":
            yield from (
                Finding(level, problem._replace(where=_where(source, path)))
                for path, problem in rule.check(source)
            )


def _where(source: Source, path: Path) -> Location:
    at = source.location(path)
    return at._replace(path=in_words(path, source.tree))


def _worst_first(finding: Finding) -> tuple[int, str, tuple[int, int]]:
    where = finding.problem.where
    file = where.file if where else ""
    return LEVELS.index(finding.level), file, in_file_order(finding.problem)
