"""What a picture shows, in words and as a table."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import Language, Message, say
from planversion.model.labelling import edition_label
from planversion.rendering.page import Grid, Line, line, text
from planversion.rendering.pictures.balances import Balance, Balances
from planversion.rendering.pictures.flows import Column, Flow, Ribbon, neighbours, totals
from planversion.rendering.pictures.kinds import LOOKS, Kind
from planversion.rendering.speaking import Speaker, placements, projects

Cells = tuple[tuple[Line, ...], ...]
_NAMED = 3


def told_flow(of: Flow, language: Language) -> str:
    """What a flow shows: every step with its numbers."""
    speaker = Speaker(language)
    steps = (text(speaker.fill(_step(*one, speaker))) for one in neighbours(of))
    return " ".join(steps)


def _step(old: Column, new: Column, ribbons: tuple[Ribbon, ...], speaker: Speaker) -> Message:
    went = [
        line(f"{speaker.word(LOOKS[kind].word)} {counted(kind, numbers)}")
        for kind, numbers in totals(ribbons).items()
    ]
    return say(
        "From {old} ({was}) to {new} ({now}): {ways}.",
        old=edition_label(old.edition),
        was=_numbers(old),
        new=edition_label(new.edition),
        now=_numbers(new),
        ways=speaker.listed(went),
    )


def _numbers(column: Column) -> Message:
    known = column.edition.totals
    return say(
        "{placements} of {projects}",
        placements=placements(known.placements),
        projects=projects(known.projects),
    )


def numbers(column: Column, language: Language) -> str:
    """How much an edition lists, both ways."""
    return text(Speaker(language).fill(_numbers(column)))


def counted(kind: Kind, numbers: tuple[int, int]) -> str:
    """How many placements: one number, or two where as many before aren't as many after."""
    was, now = numbers
    if kind in ("new", "relisted"):
        return str(now)
    return str(was) if was == now or kind in ("ended", "unlisted") else f"{was} → {now}"


def way(ribbon: Ribbon, old: str, new: str, language: Language) -> str:
    """A ribbon in words."""
    word = LOOKS[ribbon.kind].word.to(language)
    ends = " → ".join(filter(None, (old, new)))
    return f"{ends}: {word} {counted(ribbon.kind, (ribbon.was, ribbon.now))}"


def flow_grid(of: Flow, language: Language) -> Grid:
    """The ribbons of a flow as a table."""
    speaker = Speaker(language)
    words = (
        *(say("stood in"), say("stands in"), say("what became of it")),
        *(say("placements before"), say("placements after")),
    )
    header = tuple(line(speaker.word(word)) for word in words)
    return Grid(header, tuple(_rows(of, speaker)), numeric=frozenset({3, 4}))


def _rows(of: Flow, speaker: Speaker) -> Iterator[Cells]:
    several = len(of.steps) > 1
    for old, new, ribbons in neighbours(of):
        was, now = (_titles(one, named=several) for one in (old, new))
        for ribbon in ribbons:
            cells = (
                *(was.get(ribbon.old or "", "–"), now.get(ribbon.new or "", "–")),
                *(speaker.word(LOOKS[ribbon.kind].word), str(ribbon.was), str(ribbon.now)),
            )
            yield tuple((line(cell),) for cell in cells)


def _titles(column: Column, *, named: bool) -> dict[str, str]:
    """What each section is called; with its edition where there are several."""
    head = f"{column.edition.label} " if named else ""
    return {one.id: f"{head}{one.code} {one.title}".strip() for one in column.nodes}


def told_balances(of: Balances, language: Language) -> str:
    """What the bars show: how many departments carry more and fewer, and who changed most."""
    speaker = Speaker(language)
    more = [one for one in of.lines if one.more > 0]
    fewer = [one for one in of.lines if one.more < 0]
    told = say(
        "From {old} to {new}, {more} departments carry more placements, {fewer} fewer, and"
        " {same} as many as before.",
        old=edition_label(of.old),
        new=edition_label(of.new),
        more=len(more),
        fewer=len(fewer),
        same=len(of.lines) - len(more) - len(fewer),
    )
    ends = (
        (say("Most gained: {names}."), more[:_NAMED]),
        (say("Most lost: {names}."), fewer[: -_NAMED - 1 : -1]),
    )
    named = [say(one.text, names=_three(some, speaker)) for one, some in ends if some]
    return " ".join(text(speaker.fill(one)) for one in (told, *named))


def _three(some: list[Balance], speaker: Speaker) -> Line:
    """So many with their numbers, the largest first."""
    return speaker.listed(
        [line(f"{called(one, speaker.language)} {change(one.more)}") for one in some]
    )


def called(of: Balance, language: Language) -> str:
    """A department, or those that became others."""
    separator = say(", ").to(language)
    sides = list(dict.fromkeys((separator.join(of.old), separator.join(of.new))))
    return " → ".join(filter(None, sides))


def change(by: int) -> str:
    """By how much, with its sign."""
    return "±0" if by == 0 else f"{by:+}".replace("-", "−")


def balances_grid(of: Balances, language: Language) -> Grid:
    """Every department as a table."""
    words = (
        *(say("department"), say("placements before"), say("placements after")),
        *(say("difference"), say("gained"), say("lost")),
    )
    header = tuple(line(word.to(language)) for word in words)
    rows = tuple(_balance(one, language) for one in of.lines)
    return Grid(header, rows, numeric=frozenset(range(1, 6)))


def _balance(one: Balance, language: Language) -> Cells:
    numbers = (one.was, one.now, change(one.more), one.gained, one.lost)
    return tuple((line(str(cell)),) for cell in (called(one, language), *numbers))
