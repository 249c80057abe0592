"""In which facts two agree or differ, in words: as far as it says who they are."""

from __future__ import annotations

from collections.abc import Iterator

from planversion.messages import Message, say
from planversion.suggesting.agreements import EQUAL, Heard
from planversion.suggesting.facts import Fact, Key
from planversion.suggesting.items import Item

_TELLING = 1.0
"""So much a fact adds to the log odds, or takes away, if it is told."""
_MOST = 2
_CALLED: dict[str, Message] = {
    "status": say("status"),
    "from": say("beginning"),
    "to": say("end"),
    "budget": say("budget"),
}


def of_facts(heard: Heard, pair: int, one: Item, other: Item) -> Iterator[Message]:
    """The facts that tell most of this candidate pair, for it or against it."""
    weights = {key: float(heard.weights[key][ways[pair]]) for key, ways in heard.ways.items()}
    telling = [key for key, weight in weights.items() if abs(weight) >= _TELLING]
    for key in sorted(telling, key=lambda key: (-abs(weights[key]), key))[:_MOST]:
        was, now = one.facts[key], other.facts[key]
        if heard.ways[key][pair] == EQUAL:
            yield say("same {fact} ({value})", fact=_called(key), value=_in_words(now))
        else:
            yield say(
                "{fact}: {was} → {now}", fact=_called(key), was=_in_words(was), now=_in_words(now)
            )


def _called(key: Key) -> Message | str:
    if key[0] == "attributes":
        return _on_one_line(" ".join(key[1:]))
    if key[0] == "budget" and key[1:-1]:
        return say("{what} ({year})", what=_CALLED["budget"], year=key[1])
    return _CALLED[key[0] if key[0] in _CALLED else key[1]]


def _in_words(fact: Fact) -> str:
    told = "、".join(sorted(fact)) if isinstance(fact, frozenset) else str(fact)
    return _on_one_line(told)


def _on_one_line(text: str) -> str:
    # It becomes part of a reason, which is a sentence.
    return " ".join(text.split())
