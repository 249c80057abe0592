"""An edition released: everything is made and looked at first, then written, or nothing is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

import click

from planversion import repo
from planversion.checking import check
from planversion.cli.checking import EXIT_CODES, day
from planversion.cli.configuration import configuration
from planversion.cli.drafting import Draft, draft
from planversion.cli.folder import shortest
from planversion.cli.language import of_errors, of_work
from planversion.cli.naming import Library
from planversion.cli.options import Checked
from planversion.cli.policies import Wanted as Rules
from planversion.cli.policies import policy
from planversion.cli.reporting import coloured, lines_of, outputs, write_reports
from planversion.cli.reviewing import review
from planversion.cli.tagging import refuse_unsaved, tag_of
from planversion.cli.undoing import written_or_undone
from planversion.errors import UsageError
from planversion.messages import Language, Message, say
from planversion.rendering.reports import Told
from planversion.rendering.safety import on_one_line, without_controls
from planversion.repo import Repository


class Wanted(NamedTuple):
    """What the command line asks for."""

    day: str | None
    commit: bool
    dry_run: bool
    lang: str | None
    config: str | None


class _Release(NamedTuple):
    """What would be written, and where."""

    draft: Draft
    repository: Repository
    tag: str
    tagged: str | None
    """The commit that the tag stands at already."""
    wanted: Wanted
    language: Language

    @property
    def message(self) -> str:
        """What the commit and the tag say."""
        return on_one_line(self.draft.message.to(self.language))

    @property
    def tagging(self) -> bool:
        """Whether the tag is to be made."""
        return self.wanted.commit and self.tagged is None


def released(name: str, wanted: Wanted) -> int:
    """Releases the edition of this name; returns the exit code."""
    decided = configuration(wanted.config, Path.cwd())
    library = Library(decided)
    repository = repo.needed(Path.cwd())
    path = library.file(name)
    looked_at = review(Checked(files=(str(path),)), library, decided)
    if not looked_at.sources:
        raise UsageError(looked_at.problems)
    language = of_work(wanted.lang, decided.config.language, looked_at.sources)
    on = None if wanted.day is None else day(wanted.day)
    made = draft(path, looked_at, decided, language, (on, day(None)))
    release = _Release(made, repository, *tag_of(made, repository), wanted, language)
    if not (made.writes or release.tagging):
        _tell([say("{name} is released; there is nothing to do.", name=made.name)])
        return 0
    refuse_unsaved(made, repository)
    report = check(made.review, policy(decided, Rules()), today=day(None))
    if code := EXIT_CODES[report.result(decided.config.fail_on)]:
        lines = lines_of(made.review)
        errors = of_work(wanted.lang, decided.config.language, ())
        told = Told(report, language, decided.config.fail_on, lines, coloured("auto"), errors)
        write_reports(told, outputs(("text",)))
        return code
    if wanted.dry_run:
        _show(release)
    else:
        _write(release)
    return 0


def _write(release: _Release) -> None:
    """Everything, or nothing where any of it fails."""
    made, repository, tag = release.draft, release.repository, release.tag
    with written_or_undone(made.writes):
        told = [say("changed: {name}", name=shortest(path)) for path in made.writes]
        if release.wanted.commit and made.writes:
            paths = [path.absolute() for path in made.writes]
            commit = repo.commit_files(repository, paths, release.message, tag)
            told += _committed(release, commit)
        elif release.tagging:
            repo.tag_commit(repository, tag, "HEAD", release.message)
            told.append(say("tagged: {tag}", tag=tag))
    _tell(told)


def _committed(release: _Release, commit: str) -> Iterator[Message]:
    yield say("committed: {id} {message}", id=commit[:10], message=release.message)
    yield say("tagged: {tag}", tag=release.tag)
    yield say("To publish it: git push --follow-tags")


def _show(release: _Release) -> None:
    """What would be written, as a diff, and what would be committed."""
    made = release.draft
    for path, after in made.writes.items():
        before = path.read_bytes() if path.exists() else b""
        for line in _difference(path, before, after):
            click.echo(without_controls(line))
    told = [say("would be changed: {name}", name=shortest(path)) for path in made.writes]
    if release.wanted.commit and made.writes:
        told.append(say("would be committed: {message}", message=release.message))
    if release.tagging:
        told.append(say("would be tagged: {tag}", tag=release.tag))
    _tell(told)


def _difference(path: Path, before: bytes, after: bytes) -> Iterator[str]:
    name = shortest(path).as_posix()
    sides = (_lines(before), _lines(after))
    return unified_diff(*sides, f"a/{name}", f"b/{name}", lineterm="")


def _lines(content: bytes) -> list[str]:
    text = content.decode("utf-8", "replace").replace("\r\n", "\n")
    return text.removesuffix("\n").split("\n") if text else []


def _tell(messages: Iterable[Message]) -> None:
    for message in messages:
        click.echo(on_one_line(message.to(of_errors())))
