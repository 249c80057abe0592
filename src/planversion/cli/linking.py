"""`link` carried out: suggestions shown, asked about, put into a sheet, or written."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from planversion.cli.completing import require_ids
from planversion.cli.configuration import configuration
from planversion.cli.identifying import Linked
from planversion.cli.inputs import STDIN, bytes_of
from planversion.cli.language import of_work
from planversion.cli.naming import Library
from planversion.cli.progress import working
from planversion.cli.writing import refuse_overwriting, write
from planversion.errors import Problem, UsageError
from planversion.identities import identified
from planversion.linking import Accepting, Answer, Decisions, Step, decided
from planversion.linking import linked as linked_edition
from planversion.linking import step as step_of
from planversion.messages import Language, Message, say
from planversion.model import Edition
from planversion.patching import encoded, patch, replace_file
from planversion.rendering.safety import on_one_line
from planversion.yamltext import Source

if TYPE_CHECKING:
    from planversion.cli.answering import Notebook

_SILENT: Answer = ("",)
"""What is no answer: nobody has that id."""
_ROUNDS = 5
"""So often what was written may make more certain."""


def linked(asked: Linked) -> int:
    """Links the editions, each after the one before; returns the exit code."""
    _refuse(asked)
    decided_here = configuration(asked.config, Path.cwd())
    library = Library(decided_here)
    sources = [library.source(name) for name in (asked.old, *asked.new)]
    if asked.write:
        # All can be written, or none is.
        _ = [library.file(name) for name in asked.new]
    refuse_overwriting(asked.output, *(Path(one.name) for one in sources))
    language = of_work(asked.lang, decided_here.config.language, sources)
    work = _Work(asked, library, language)
    return work.done(sources)


def _refuse(asked: Linked) -> None:
    """Raises UsageError for what doesn't go together."""
    wrong: Message | None = None
    if asked.ignore_ids and (asked.write or asked.apply):
        wrong = say("with --ignore-ids nothing is written")
    elif asked.write and STDIN in asked.new:
        wrong = say("standard input can't be written")
    elif len(asked.new) > 1 and (asked.worksheet or asked.apply):
        wrong = say("a worksheet is about two editions")
    if wrong:
        raise UsageError([Problem("usage", wrong, say("See planversion link --help."))])


class _StoppedError(Exception):
    """The person wants to go on another time."""


class _Outcome(NamedTuple):
    """A step, and the new edition as it is once what was decided is in it."""

    step: Step
    decisions: Decisions
    edition: Edition


class _Work:
    def __init__(self, asked: Linked, library: Library, language: Language) -> None:
        self._asked, self._library, self._language = asked, library, language
        self._notebooks: list[Notebook] = []

    def done(self, sources: list[Source]) -> int:
        outcomes: list[_Outcome] = []
        earlier = [self._first(sources[0])]
        for before, source in pairwise(sources):
            try:
                outcome = self._outcome(earlier, before, source)
            except _StoppedError:
                self._say(say("Your answers are kept; the same command goes on from here."))
                return 0
            outcomes.append(outcome)
            earlier.append(identified(outcome.edition))
        if not self._notebooks:
            self._tell(outcomes)
        if self._asked.worksheet:
            from planversion.cli.worksheets import write_worksheet

            count = write_worksheet(outcomes[0].step, self._asked.worksheet, self._language)
            self._say(say("{name}: {n} questions", name=self._asked.worksheet, n=count))
        if self._asked.write or self._agreed():
            changed = list(zip(sources[1:], outcomes, strict=True))
            # Whatever can't be written is refused before the first file is.
            contents = [self._content(*one) for one in changed]
            for (source, outcome), content in zip(changed, contents, strict=True):
                self._write(source, outcome, content)
            for notebook in self._notebooks:
                notebook.close()
        return 0

    def _agreed(self) -> bool:
        """Whether a person who went through the questions wants them written now."""
        asked = say("Write ids, lineage and successions into the edition?").to(self._language)
        return bool(self._notebooks) and click.confirm(asked)

    def _first(self, source: Source) -> Edition:
        """The oldest edition; it must have ids where they shall be carried on."""
        writing = self._asked.write or self._interactive()
        if writing:
            require_ids(source)
        return identified(source.edition)

    def _outcome(self, earlier: list[Edition], before: Source, source: Source) -> _Outcome:
        with working(Path(before.name), Path(source.name)):
            step = step_of(earlier, source.edition, ignore_ids=self._asked.ignore_ids)
        accepting = self._asked.accept
        answers = self._answers(step, before, source)
        deciding = accepting or answers or self._asked.write or self._notebooks
        if self._asked.ignore_ids or not deciding:
            several = len(self._asked.new) > 1
            decisions = self._decisions(step, "certain" if several else None, {})
        else:
            decisions = self._decisions(step, accepting or "certain", answers)
        edition = linked_edition(step.old, step.new, decisions)
        return self._settled(earlier, _Outcome(step, decisions, edition))

    def _decisions(
        self, step: Step, accepting: str | None, answers: dict[str, Answer]
    ) -> Decisions:
        if accepting is None:
            return Decisions()
        grade: Accepting = "likely" if accepting == "likely" else "certain"
        decisions = decided(step.found, grade, answers)
        taken = [
            one
            for one in step.returned
            if answers.get(one.new[0].id, _SILENT) == (one.old[0].id,)
            or (one.new[0].id not in answers and (grade == "likely" or one.grade == "certain"))
        ]
        return replace(decisions, returned=tuple(taken))

    def _settled(self, earlier: list[Edition], outcome: _Outcome) -> _Outcome:
        """The same, until what was accepted makes nothing more certain."""
        writing = self._asked.write or self._notebooks
        if not (writing and outcome.decisions.accepted):
            return outcome
        for _ in range(_ROUNDS):
            step = step_of(earlier, outcome.edition)
            more = self._decisions(step, self._asked.accept or "certain", {})
            if not (more.accepted or more.returned or more.sections):
                break
            edition = linked_edition(step.old, outcome.edition, more)
            decisions = outcome.decisions.together(more)
            outcome = outcome._replace(edition=edition, decisions=decisions)
        return outcome

    def _answers(self, step: Step, before: Source, source: Source) -> dict[str, Answer]:
        if self._asked.apply:
            from planversion.cli.worksheets import read_worksheet

            return read_worksheet(step, self._asked.apply)
        return self._by_asking(step, before, source) if self._interactive() else {}

    def _interactive(self) -> bool:
        asked = self._asked
        elsewhere = asked.accept or asked.worksheet or asked.output or asked.ignore_ids
        return asked.form == "text" and not elsewhere and _at_a_terminal()

    def _by_asking(self, step: Step, before: Source, source: Source) -> dict[str, Answer]:
        from planversion.cli.answering import Notebook
        from planversion.cli.questions import ask

        notebook = Notebook(before, source)
        self._notebooks.append(notebook)
        if not ask(step, notebook, self._language):
            raise _StoppedError
        return notebook.answers

    def _tell(self, outcomes: list[_Outcome]) -> None:
        from planversion.rendering.suggested import lines
        from planversion.rendering.suggestions_document import document

        steps = [one.step for one in outcomes]
        if self._asked.form == "json":
            write(document(steps), self._asked.output)
        else:
            told = [line for one in steps for line in lines(one, self._language)]
            write("".join(f"{line}\n" for line in told), self._asked.output)

    def _content(self, source: Source, outcome: _Outcome) -> bytes | None:
        """The file as it will be; None where nothing changes."""
        if outcome.edition == source.edition:
            return None
        before = bytes_of(self._library.file(source.name))
        return encoded(patch(source, outcome.edition).decode(), before)

    def _write(self, source: Source, outcome: _Outcome, content: bytes | None) -> None:
        """Puts what was decided into the file, and says what and why."""
        if content is None:
            self._say(say("{name}: nothing to write", name=source.name))
            return
        replace_file(self._library.file(source.name), content)
        # A JSON document on standard output stays one.
        aside = self._asked.form == "json"
        for line in self._basis(outcome.decisions):
            click.echo(line, err=aside)
        count = len(outcome.decisions.accepted)
        self._say(say("{name}: written, {n} decisions", name=source.name, n=count))

    def _basis(self, decisions: Decisions) -> Iterator[str]:
        """Everything that was written, and why."""
        from planversion.rendering.suggested import succession, suggestion

        for one in (*decisions.sections, *decisions.accepted, *decisions.returned):
            head, *rest = suggestion(one, self._language)
            yield f"{' '.join(subject.id for subject in one.old)} {head}"
            yield from rest
        for other in decisions.successions:
            yield succession(other, self._language)

    def _say(self, told: Message) -> None:
        click.echo(on_one_line(told.to(self._language)), err=True)


def _at_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()
