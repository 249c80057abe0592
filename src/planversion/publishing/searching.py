"""The index of a site: which pairs of characters stand in which pages, in parts of a small size.

A page that is opened as a file may load scripts and nothing else, so every part is a script.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planversion.comparing.spots import printed_name
from planversion.messages import say
from planversion.publishing import addresses
from planversion.publishing.fates import fate
from planversion.publishing.framing import Writer
from planversion.publishing.items import label
from planversion.publishing.lives import Chapter, Life
from planversion.publishing.site import Site
from planversion.rendering.web.escaping import script_value

SHARDS = 64
"""A pair of characters is in the part that its first one's code point says, modulo this."""
BLOCK = 100
"""So many entries are in one part of those that results are shown from."""
_LETTERS = "LNM"
_END = "\n"
"""Stands behind the last character, so that it begins a pair, too."""


class Entry(NamedTuple):
    """What can be found, and what its result says."""

    address: str
    name: str
    detail: str
    """Where it stands, in which editions, and whether it ended."""
    names: tuple[str, ...]
    """Every name it ever had, and its id."""
    texts: tuple[str, ...]
    """What else is searched."""


def folded(text: str) -> str:
    """The text as it is compared: NFKC, small letters, without spaces and punctuation."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return "".join(one for one in plain if unicodedata.category(one)[0] in _LETTERS)


def pairs(texts: Iterable[str]) -> set[str]:
    """The pairs of characters of all texts, each text ended."""
    found: set[str] = set()
    for text in texts:
        ended = folded(text) + _END
        found.update(ended[i : i + 2] for i in range(len(ended) - 1))
    return found


def entries(of: Site) -> Iterator[Entry]:
    """Projects and sections in their order, then departments."""
    for life in of.lives.values():
        yield _subject(life, of)
    for name, office in of.offices.by_name.items():
        labels = [label(one) for one in of.series.editions if one.id in office.projects]
        detail = _listed((say("department").to(of.language), _span(labels)), of)
        yield Entry(addresses.department(name), name, detail, (name,), ())


def _subject(life: Life, of: Site) -> Entry:
    found = [_said(chapter, life.subject) for chapter in life.present]
    names = dict.fromkeys(name for names, _ in found for name in names)
    texts = dict.fromkeys(text for _, texts in found for text in texts)
    return Entry(
        addresses.subject(life.subject),
        life.name,
        _detail(life, of),
        (*names, life.subject),
        tuple(texts),
    )


def _detail(life: Life, of: Site) -> str:
    chapter = life.last
    side = chapter.edition.outline
    if life.subject in side.places:
        places = [side.places[life.subject]]
    else:
        places = [row.place for row in side.placements(life.subject)]
    where = [f"{one.code} {one.section.title}".strip() for one in places]
    state = fate(life, of.series).word.to(of.language)
    return _listed((state, _span([label(one.edition) for one in life.present]), *where), of)


def _listed(parts: Iterable[str], of: Site) -> str:
    return say(", ").to(of.language).join(parts)


def _span(labels: list[str]) -> str:
    return labels[0] if len(labels) == 1 else f"{labels[0]} - {labels[-1]}"


def _said(chapter: Chapter, subject: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What one edition calls a subject, and what else it says of it."""
    side = chapter.edition.outline
    if subject in side.places:
        place = side.places[subject]
        return (place.section.title,), (place.code,)
    record, rows = side.record(subject), side.placements(subject)
    names = (record.name, *(printed_name(side, row) for row in rows))
    codes = (row.place.code for row in rows)
    return names, (record.description or "", *record.departments, *codes)


class Index(NamedTuple):
    """By part, every pair of characters with the entries it stands in: in names, else in texts."""

    shards: dict[int, dict[str, tuple[list[int], list[int]]]]
    entries: tuple[Entry, ...]


def index(found: Iterable[Entry]) -> Index:
    """The index of these entries, which are known by their position."""
    known = tuple(found)
    shards: dict[int, dict[str, tuple[list[int], list[int]]]] = {}
    for number, entry in enumerate(known):
        named = pairs(entry.names)
        for pair in named:
            _posting(shards, pair)[0].append(number)
        for pair in pairs(entry.texts) - named:
            _posting(shards, pair)[1].append(number)
    return Index(shards, known)


def _posting(
    shards: dict[int, dict[str, tuple[list[int], list[int]]]], pair: str
) -> tuple[list[int], list[int]]:
    return shards.setdefault(ord(pair[0]) % SHARDS, {}).setdefault(pair, ([], []))


def scripts(of: Index) -> Iterator[tuple[str, str]]:
    """The files of the index, by path."""
    head = {
        "shards": SHARDS,
        "block": BLOCK,
        "entries": len(of.entries),
        "known": sorted(of.shards),
    }
    yield addresses.INDEX, f"window.planversion={script_value(head)};\n"
    for number, shard in sorted(of.shards.items()):
        packed = {pair: [_steps(one) for one in postings] for pair, postings in shard.items()}
        yield f"search/p{number}.js", f"planversion.part({number},{script_value(packed)});\n"
    for start in range(0, len(of.entries), BLOCK):
        rows = [[one.address, one.name, one.detail] for one in of.entries[start : start + BLOCK]]
        number = start // BLOCK
        yield f"search/e{number}.js", f"planversion.rows({number},{script_value(rows)});\n"


def _steps(numbers: list[int]) -> list[int]:
    """Each number as its distance from the one before, which is shorter."""
    return [b - a for a, b in zip((0, *numbers), numbers, strict=False)]


def box(writer: Writer) -> str:
    """Where a reader types what is sought; without a script, the way to the list of all."""
    words = {
        "data-root": writer.here.to(""),
        "data-none": writer.word(say("Nothing was found with these words.")),
        "data-found": writer.word(say("{n} found", n="{n}")),
        "data-more": writer.word(say("Show more")),
        "data-failed": writer.word(say("The index can't be loaded.")),
    }
    given = "".join(f' {name}="{value}"' for name, value in words.items())
    every = writer.here.link(addresses.PROJECTS, writer.word(say("All projects")))
    name = writer.word(say("Search projects, sections and departments"))
    return (
        f'<div class="search" id="search" role="search"{given} hidden>'
        f'<label for="query">{name}</label>'
        f'<input id="query" type="search" autocomplete="off" spellcheck="false">'
        f'<p id="count" role="status" aria-live="polite"></p>'
        f'<ol id="results"></ol><button id="more" type="button" hidden></button></div>'
        f"<noscript><p>{every}</p></noscript>"
    )
