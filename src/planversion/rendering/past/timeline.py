"""A log as a picture: SVG alone, or a page of HTML with the same in a table."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from planversion.messages import Message, say, say_n
from planversion.rendering.page import Item, Line, text
from planversion.rendering.past.drawing import STYLE, drawn, shown
from planversion.rendering.past.lanes import Lanes, lanes
from planversion.rendering.past.log import Ending, family, family_names, items, missing
from planversion.rendering.past.telling import Archive, short, versions
from planversion.rendering.speaking import Speaker
from planversion.tracing import Event, Followed


def svg(followed: Followed, ending: Ending, archive: Archive) -> str:
    """The picture alone; its description says everything that happened."""
    found, speaker = lanes(followed, archive), Speaker(archive.language)
    told = " ".join((*_introduced(followed, ending, archive), *_told(found, archive)))
    picture = drawn(found, _title(followed, archive), told, speaker)
    head, _, rest = picture.partition("<title")
    return f"{head}<style>{STYLE}</style>\n<title{rest}\n"


def html(followed: Followed, ending: Ending, archive: Archive) -> str:
    """A page with the picture and a table; nothing in it can run or load anything."""
    found, speaker = lanes(followed, archive), Speaker(archive.language)
    title, said = _title(followed, archive), _introduced(followed, ending, archive)
    picture = drawn(found, title, speaker.word(say("The table below says the same.")), speaker)
    style = STYLE + _STYLE
    return _FRAME.format(
        lang=archive.language,
        policy=f"default-src 'none'; style-src 'sha256-{_hash(style)}'; base-uri 'none'",
        title=shown(title),
        style=style,
        said="\n".join(f"<p>{shown(one)}</p>" for one in said),
        picture=picture,
        hint=shown(speaker.word(say("The timeline; it can be moved sideways."))),
        head="".join(f'<th scope="col">{shown(speaker.word(one))}</th>' for one in _COLUMNS),
        rows="\n".join(_row(event, archive) for event in followed.events),
    )


_COLUMNS = say("date"), say("commit"), say("author"), say("edition, file"), say("event")
_STYLE = """
:root { color-scheme: light dark; }
body { margin: 1.5rem; font: 1rem/1.6 system-ui, "Hiragino Sans", "Noto Sans CJK JP", sans-serif; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { padding: .3rem .8rem; border-bottom: 1px solid #8a8a8a; text-align: start; }
th, td { vertical-align: top; }
td ul { margin: 0; padding-inline-start: 1.2rem; }
.day, .commit { white-space: nowrap; }
"""
_FRAME = """\
<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>{title}</h1>
{said}
<div class="wide" role="region" tabindex="0" aria-label="{hint}">
{picture}
</div>
<table>
<thead><tr>{head}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
</main>
</body>
</html>
"""


def _hash(style: str) -> str:
    return b64encode(sha256(style.encode()).digest()).decode()


def _title(followed: Followed, archive: Archive) -> str:
    return f"{family_names(followed, archive)[followed.subject]} {followed.subject}"


def _introduced(followed: Followed, ending: Ending, archive: Archive) -> list[str]:
    """How much there is, whom it came from, and what is missing."""
    speaker, names = Speaker(archive.language), family_names(followed, archive)
    said = (_counted(followed), *family(followed, names, speaker), *missing(ending))
    return [text(speaker.fill(one)) for one in said]


def _counted(followed: Followed) -> Message:
    days = [event.stride.commit.day for event in followed.events]
    first, last = days[-1], days[0]
    return say_n(
        "{n} event from {first} to {last}.",
        "{n} events from {first} to {last}.",
        len(days),
        first=first,
        last=last,
    )


def _told(found: Lanes, archive: Archive) -> Iterator[str]:
    for event in found.events:
        said = "; ".join(map(text, _lines(items(event, archive))))
        yield f"{event.stride.commit.day}: {said}."


def _lines(found: Iterator[Item] | tuple[Item, ...]) -> Iterator[Line]:
    for item in found:
        yield item.line
        yield from _lines(item.below)


def _row(event: Event, archive: Archive) -> str:
    commit = event.stride.commit
    cells = (
        ("day", commit.day),
        ("commit", short(commit)),
        ("author", commit.author),
        ("edition", text(versions(event.stride, archive))),
    )
    plain = "".join(f'<td class="{kind}">{shown(value)}</td>' for kind, value in cells)
    return f"<tr>{plain}<td>{_list(tuple(items(event, archive)))}</td></tr>"


def _list(found: tuple[Item, ...]) -> str:
    entries = (f"<li>{shown(text(one.line))}{_below(one)}</li>" for one in found)
    return f"<ul>{''.join(entries)}</ul>"


def _below(item: Item) -> str:
    return _list(item.below) if item.below else ""
