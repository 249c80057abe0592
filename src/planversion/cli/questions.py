"""The doubtful suggestions, one by one on a terminal: old beside new, keys for the answers."""

from __future__ import annotations

from collections.abc import Iterator

import click

from planversion.cli.answering import Notebook
from planversion.linking import Answer, Step, reasoned, unanswered
from planversion.messages import Language, Message, say
from planversion.pieces import pieces
from planversion.rendering.safety import on_one_line
from planversion.rendering.suggested import KINDS, called, likely
from planversion.suggesting import Subject, Suggestion

_YES, _NO, _OTHER, _SPLIT, _MERGE, _LATER, _QUIT = "ynosmlq"
_MANY = 9
_HOLE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for a name until its marks are put in."""


def ask(step: Step, notebook: Notebook, language: Language) -> bool:
    """Goes through what is doubtful; returns whether everything was answered or put off."""
    return _Asking(step, notebook, language).all()


class _Asking:
    def __init__(self, step: Step, notebook: Notebook, language: Language) -> None:
        self._step, self._found = step, step.found
        self._notebook, self._language = notebook, language

    def all(self) -> bool:
        questions = self._open()
        for number, one in enumerate(questions, 1):
            if one not in self._open():
                continue
            self._say("")
            self._say(f"[{number}/{len(questions)}] {likely(one)} {self._of(KINDS[one.kind])}")
            self._show(one)
            if not self._answered(one):
                return False
        return True

    def _open(self) -> tuple[Suggestion, ...]:
        """What is still to be asked; who seems to be back after having ended comes last."""
        asked = (*self._found.projects, *self._step.returned)
        return unanswered(asked, self._notebook.answers)

    def _show(self, one: Suggestion) -> None:
        """Old beside new, the differing characters marked; why; and who else it could be."""
        marked = len(one.old) == len(one.new) == 1
        for sign, some, others in (("-", one.old, one.new), ("+", one.new, one.old)):
            for subject in some:
                if marked:
                    before, _, after = called(subject._replace(name=_HOLE)).partition(_HOLE)
                    name = _marked(subject.name, others[0].name)
                    click.echo(f"  {sign} {before}{name}{after}")
                else:
                    self._say(f"  {sign} {called(subject)}")
        self._say(f"  {reasoned(one.reasons, self._language)}")
        for number, rival in enumerate(self._others(one), 1):
            self._say(f"  {number}: {likely(rival)} {called(rival.old[0])}")

    def _others(self, one: Suggestion) -> list[Suggestion]:
        """The runners-up for the first of the new ones."""
        found = [
            rival
            for rival in self._found.rivals_of_new.get(one.new[0].id, ())
            if rival.old[0] not in one.old
        ]
        return found[:_MANY]

    def _answered(self, one: Suggestion) -> bool:
        """Asks until there is an answer; returns False where the person stops."""
        while True:
            self._say(
                say("[y] yes [n] no, it is new [o] another [s] split [m] merger [l] later [q] stop")
            )
            key = click.getchar().lower()
            if key == _QUIT:
                return False
            if key == _LATER:
                return True
            answers = self._meant(key, one)
            if answers:
                self._notebook.note(answers)
                return True
            self._say(say("That is no answer here."))

    def _meant(self, key: str, one: Suggestion) -> dict[str, Answer]:
        """The answers that a key means; none where it means nothing here."""
        others = [rival.old[0].id for rival in self._others(one)]
        if key == _YES:
            return self._as_suggested(one)
        if key == _NO:
            return {subject.id: () for subject in one.new}
        if key.isdigit() and 0 < int(key) <= len(others):
            return {one.new[0].id: (others[int(key) - 1],)}
        if key in (_OTHER, _MERGE):
            chosen = self._chosen(self._open_old(), several=key == _MERGE)
            return {one.new[0].id: chosen} if chosen else {}
        if key == _SPLIT:
            chosen = self._chosen(self._open_new(), several=True)
            return dict.fromkeys(chosen, (one.old[0].id,))
        return {}

    def _as_suggested(self, one: Suggestion) -> dict[str, Answer]:
        return {subject.id: tuple(old.id for old in one.old) for subject in one.new}

    def _chosen(self, some: list[Subject], *, several: bool) -> Answer:
        """Numbers of a list, typed in; nothing where they mean nothing."""
        for number, subject in enumerate(some, 1):
            self._say(f"  {number}: {called(subject)}")
        asked = say("numbers, with commas between") if several else say("number")
        typed = click.prompt(self._of(asked), default="", show_default=False)
        numbers = [part.strip() for part in typed.replace("、", ",").split(",")]
        if not all(part.isdigit() and 0 < int(part) <= len(some) for part in numbers):
            return ()
        chosen = tuple(dict.fromkeys(some[int(part) - 1].id for part in numbers))
        return chosen if several or len(chosen) == 1 else ()

    def _open_old(self) -> list[Subject]:
        return [*self._doubtful(0), *self._found.left_old]

    def _open_new(self) -> list[Subject]:
        return [*self._doubtful(1), *self._found.left_new]

    def _doubtful(self, at: int) -> Iterator[Subject]:
        for one in self._open():
            yield from (one.old, one.new)[at]

    def _say(self, told: str | Message) -> None:
        click.echo(on_one_line(told if isinstance(told, str) else self._of(told)))

    def _of(self, told: Message) -> str:
        return told.to(self._language)


def _marked(name: str, other: str) -> str:
    """The name, what the other doesn't have underlined."""
    return "".join(
        on_one_line(piece.text)
        if piece.op == "same"
        else click.style(on_one_line(piece.text), underline=True, bold=True)
        for piece in pieces(name, other)
        if piece.op != "now"
    )
