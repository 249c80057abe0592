"""Characters that no document prints: stray spaces, invisible ones, and kana that came apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from planversion.messages import Message, say
from planversion.rules.looking.slips import Slip, code

_SPACE = "[ \u3000\t\r\n\u00a0\u1680\u2000-\u200a\u202f\u205f]"
_SPACES = re.compile(f"{_SPACE}+")
# An emoji may be several, joined by U+200D; all other joiners stand there for nothing.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\u3164\ufeff\ufff9-\ufffb]+"
    "|(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d"
)
_UNREADABLE = re.compile("[\ufffc\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
# The kana before it may be full-width, and its sound mark half-width.
_HALF_WIDTH = re.compile("[ぁ-ヺ]?([\uff61-\uff9f]+)")
_APART = re.compile("([^\\W\\d_])([\u0300-\u036f\u3099\u309a\u309b\u309c])")
_COMBINING = {"\u309b": "\u3099", "\u309c": "\u309a"}

_NAMES: dict[str, Message] = {
    " ": say("a space"),
    "\u3000": say("a full-width space"),
    "\t": say("a tab"),
    "\n": say("a line break"),
    "\r": say("a line break"),
    "\u00a0": say("a no-break space"),
    "\u00ad": say("a soft hyphen"),
    "\u200b": say("a zero-width space"),
    "\u200c": say("a zero-width non-joiner"),
    "\u200d": say("a zero-width joiner"),
    "\u2060": say("a word joiner"),
    "\ufeff": say("a byte order mark"),
    "\ufffd": say("a character that was lost on the way"),
}
_OF_A_CATEGORY: dict[str, Message] = {
    "Cc": say("a control character"),
    "Cf": say("an invisible character"),
    "Co": say("a character of one computer's own"),
    "Zs": say("a space of unusual width"),
}


def stray_characters(text: str) -> Iterator[Slip]:
    """Every space too many, every character that nobody sees or can read, every broken kana."""
    if text.isascii() and text.isprintable() and "  " not in text and text == text.strip():
        return
    yield from _spaces(text)
    for found in _INVISIBLE.finditer(text):
        yield _invisible(found, "")
    for found in _UNREADABLE.finditer(text):
        yield _invisible(found, None)
    for found in _HALF_WIDTH.finditer(text):
        what = say("{text} is half-width katakana ({code})", text=found[1], code=code(found[1]))
        whole = unicodedata.normalize("NFKC", found[0])
        yield Slip(found.start(), found.end(), whole, code(found[1]), what)
    yield from _apart(text)


def _spaces(text: str) -> Iterator[Slip]:
    for found in _SPACES.finditer(text):
        at_an_end = found.start() == 0 or found.end() == len(text)
        odd = next((one for one in found[0] if one not in " \u3000"), None)
        if at_an_end or odd or len(found[0]) > 1:
            yield _space(found, odd or found[0][0], at_an_end=at_an_end, is_odd=odd is not None)


def _space(found: re.Match[str], mark: str, *, at_an_end: bool, is_odd: bool) -> Slip:
    values = {"name": _name(mark), "code": code(mark)}
    if is_odd:
        what = say("{name} ({code}) stands in the text", **values)
    elif at_an_end:
        what = say("{name} ({code}) stands at an end of the text", **values)
    else:
        what = say("more than one space in a row ({code})", code=code(mark))
    right = "" if at_an_end else _between_words(found)
    return Slip(found.start(), found.end(), right, code(mark), what)


def _between_words(found: re.Match[str]) -> str:
    """What belongs between: nothing where a line of Japanese was broken, else one space."""
    before, after = found.string[found.start() - 1], found.string[found.end()]
    if set(found[0]) <= set("\t\r\n") and not (before.isascii() and after.isascii()):
        return ""
    return "\u3000" if "\u3000" in found[0] else " "


def _invisible(found: re.Match[str], right: str | None) -> Slip:
    mark = found[0][0]
    what = say("{name} ({code}) stands in the text", name=_name(mark), code=code(mark))
    return Slip(found.start(), found.end(), right, code(mark), what)


def _apart(text: str) -> Iterator[Slip]:
    """Letters whose accent or sound mark is a character of its own, though there is one of both."""
    for found in _APART.finditer(text):
        letter, mark = found.groups()
        whole = unicodedata.normalize("NFC", letter + _COMBINING.get(mark, mark))
        if len(whole) == 1:
            values = {"whole": whole, "letter": letter, "code": code(mark)}
            what = say("{whole} is two characters: {letter} and a mark ({code})", **values)
            yield Slip(found.start(), found.end(), whole, code(mark), what)


def _name(mark: str) -> Message:
    category = unicodedata.category(mark)
    return _NAMES.get(mark) or _OF_A_CATEGORY.get(category, _OF_A_CATEGORY["Cf"])
