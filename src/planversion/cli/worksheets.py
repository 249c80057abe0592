"""The open questions as a sheet for Excel, and the answers read back from it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from planversion.errors import Location, Problem, UnreadableFileError, UsageError
from planversion.linking import Answer, Step, reasoned, unanswered
from planversion.messages import LANGUAGES, Language, Message, say
from planversion.patching import replace_file
from planversion.rendering.safety import inert, on_one_line
from planversion.rendering.suggested import KINDS, called, likely, worth_telling
from planversion.sheettext import write_text
from planversion.suggesting import Subject, Suggestion

_COLUMNS: tuple[Message, ...] = (
    say("key (leave it)"),
    say("in the old edition"),
    say("in the new edition"),
    say("what happened"),
    say("sure"),
    say("why"),
    say("others it could be"),
    say("your choice"),
)
_KEY, _CHOICE = 0, len(_COLUMNS) - 1
_WIDTHS = (16, 48, 48, 12, 8, 40, 48, 18)
_YES, _NEW, _LATER = say("as suggested"), say("it is new"), say("later")
_CHOICES = (_YES, _NEW, _LATER)
_EXPLAINED = say(
    "as suggested; it is new: it was nothing before; later: ask again. Or the id of"
    " another old project; several ids with commas between where it came from several."
)


class _Cell(NamedTuple):
    row: int
    column: int

    def __str__(self) -> str:
        return f"{chr(ord('A') + self.column)}{self.row}"


def write_worksheet(step: Step, file: str, language: Language) -> int:
    """Writes the open questions, and returns how many; raises UsageError for another format."""
    rows = [_row(key, one, step, language) for key, one in _questions(step)]
    head = [column.to(language) for column in _COLUMNS]
    match Path(file).suffix.lower():
        case ".xlsx":
            content = _xlsx(head, rows, language)
        case ".csv":
            content = _csv(head, rows)
        case _:
            what = say("a worksheet is a file of the kind .xlsx or .csv")
            raise UsageError([Problem("usage", what, say("Name it so."), Location(file))])
    replace_file(Path(file), content)
    return len(rows)


def _questions(step: Step) -> Iterator[tuple[str, Suggestion]]:
    """What is doubtful, then whoever seems new and might be somebody after all."""
    for one in unanswered(step.found.projects, {}):
        yield " ".join(subject.id for subject in one.new), one
    for subject in step.found.left_new:
        rivals = worth_telling(step.found.rivals_of_new.get(subject.id, ()))
        if rivals:
            yield subject.id, rivals[0]


def _row(key: str, one: Suggestion, step: Step, language: Language) -> list[str]:
    others = [
        f"{rival.old[0].id} {called(rival.old[0])} ({likely(rival)})"
        for rival in worth_telling(step.found.rivals_of_new.get(one.new[0].id, ()))
        if rival.old[0] not in one.old
    ]
    return [
        key,
        _several(one.old),
        _several(one.new),
        KINDS[one.kind].to(language),
        likely(one),
        on_one_line(reasoned(one.reasons, language)),
        "\n".join(others),
        "",
    ]


def _several(some: Iterable[Subject]) -> str:
    return "\n".join(called(one) for one in some)


def _csv(head: list[str], rows: list[list[str]]) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([inert(cell) for cell in row] for row in rows)
    # Excel takes a file without the mark for one in the local code page.
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def _xlsx(head: list[str], rows: list[list[str]], language: Language) -> bytes:
    _needed("xlsxwriter")
    import xlsxwriter

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet("planversion")
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#DDEBF7"})
    open_ = book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#FFF2CC"})
    for column, (title, width) in enumerate(zip(head, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, bold)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            write_text(sheet, number, column, cell, open_ if column == _CHOICE else wrapped)
    sheet.data_validation(
        *(1, _CHOICE, max(len(rows), 1), _CHOICE),
        {
            "validate": "list",
            "source": [choice.to(language) for choice in _CHOICES],
            "input_message": _EXPLAINED.to(language)[:255],
            "show_error": False,
        },
    )
    sheet.freeze_panes(1, 1)
    book.close()
    return content.getvalue()


def read_worksheet(step: Step, file: str) -> dict[str, Answer]:
    """The answers that were filled in; raises UsageError that names each cell that doesn't fit."""
    questions = dict(_questions(step))
    known = {one.id for said in step.found.projects for one in said.old}
    known |= {one.id for one in step.found.left_old}
    settled = {one.id for s in step.found.projects if s.grade == "certain" for one in s.old}
    answers: dict[str, Answer] = {}
    problems: list[Problem] = []
    for number, row in _rows(file):
        key, choice = (_of(row, column) for column in (_KEY, _CHOICE))
        if not choice or _is(choice, _LATER):
            continue
        if key not in questions:
            what = say("nothing is asked about {key}", key=key)
            problems.append(_wrong(file, _Cell(number, _KEY), what))
        elif _is(choice, _YES):
            answers |= _suggested(questions[key])
        elif _is(choice, _NEW):
            answers |= {subject.id: () for subject in questions[key].new}
        else:
            ids = tuple(part.strip() for part in choice.replace("、", ",").split(","))
            cell = _Cell(number, _CHOICE)
            problems += _unfit(ids, known, settled, file, cell)
            answers[questions[key].new[0].id] = ids
    if problems:
        raise UsageError(problems)
    return answers


def _suggested(one: Suggestion) -> Mapping[str, Answer]:
    return {subject.id: tuple(old.id for old in one.old) for subject in one.new}


def _unfit(
    ids: Answer, known: set[str], settled: set[str], file: str, cell: _Cell
) -> Iterator[Problem]:
    for one in ids:
        if one not in known:
            what = say("{value} is no choice, and no id of the old edition", value=one)
            yield _wrong(file, cell, what)
        elif one in settled:
            yield _wrong(file, cell, say("{id} is another project for certain", id=one))


def _wrong(file: str, cell: _Cell, what: Message) -> Problem:
    told = say("cell {cell}: {what}", cell=str(cell), what=what)
    return Problem("worksheet", told, _EXPLAINED, Location(file))


def _is(choice: str, meant: Message) -> bool:
    return choice.strip().casefold() in {meant.to(language).casefold() for language in LANGUAGES}


def _of(row: list[str], column: int) -> str:
    return row[column].strip() if column < len(row) else ""


def _rows(file: str) -> Iterator[tuple[int, list[str]]]:
    """The rows below the head, by their numbers in the sheet."""
    try:
        found = _of_xlsx(file) if file.lower().endswith(".xlsx") else _of_csv(file)
        rows = list(found)
    # What is no workbook fails in openpyxl as a zip, as XML, as a sheet that lacks something.
    except _unreadable() as error:
        what = say("this is no worksheet: {error}", error=on_one_line(str(error)))
        mend = say("Write one with --worksheet.")
        raise UnreadableFileError([Problem("worksheet", what, mend, Location(file))]) from None
    yield from ((number, row) for number, row in enumerate(rows, 1) if number > 1)


def _unreadable() -> tuple[type[Exception], ...]:
    from zipfile import BadZipFile

    usual = (OSError, ValueError, KeyError, TypeError, SyntaxError, csv.Error, BadZipFile)
    if find_spec("openpyxl") is None:
        return usual
    from openpyxl.utils.exceptions import InvalidFileException

    return (*usual, InvalidFileException)


def _needed(name: str) -> None:
    """Raises UsageError where a package of the extra isn't here."""
    if find_spec(name) is None:
        what = say("sheets for Excel need {name}, which isn't here", name=name)
        mend = say("Install it: pip install 'planversion[match]'")
        raise UsageError([Problem("missing-extra", what, mend)])


def _of_csv(file: str) -> Iterator[list[str]]:
    text = Path(file).read_bytes().decode("utf-8-sig")
    return iter(csv.reader(io.StringIO(text, newline="")))


def _of_xlsx(file: str) -> Iterator[list[str]]:
    _needed("openpyxl")
    import openpyxl

    book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    sheet = book.worksheets[0]
    for row in sheet.iter_rows(values_only=True):
        yield ["" if cell is None else str(cell) for cell in row]
