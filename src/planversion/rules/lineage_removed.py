"""The lineage doesn't say any more what it said, though those it spoke of are as they were.

Lineage is the only thing that leads from a project that ended to what became of it. Where a record,
one of its members or its reason is deleted, the thread is lost, mostly by a slip or in a merge.
Write it back. Where the project came back, is gone altogether, or leads elsewhere now, nothing is
said; nor where a doubt is settled in a draft.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from planversion.messages import Message, say
from planversion.model import Lineage
from planversion.rules.base import Example, Verdict, rule
from planversion.rules.looking.losses import Loss, losses
from planversion.rules.looking.subjects import Revision

_OUTLINE = """
sections:
  - id: s-aaaaaaaaa5
    number: 1
    title: 支え合うまち
    projects:
      - {id: p-aaaaaaaaa5, name: 健康相談の実施, departments: [福祉課]}
"""
_TWO = "lineage: [{from: [p-bbbbbbbbbq, p-ccccccccc6], to: [p-aaaaaaaaa5], reason: 統合した。}]\n"
_ONE = "lineage: [{from: [p-bbbbbbbbbq], to: [p-aaaaaaaaa5], reason: 統合した。}]\n"

EXAMPLES = (
    Example(
        "a record deleted",
        old=_OUTLINE + _TWO,
        new=_OUTLINE,
        says="what became of p-bbbbbbbbbq, p-ccccccccc6, p-aaaaaaaaa5 isn't said any more",
    ),
    Example(
        "one member less",
        old=_OUTLINE + _TWO,
        new=_OUTLINE + _ONE,
        says="the lineage doesn't name p-ccccccccc6 any more",
    ),
    Example(
        "the reason deleted",
        old=_OUTLINE + _ONE,
        new=_OUTLINE + _ONE.replace(", reason: 統合した。", ""),
        says="the lineage of p-bbbbbbbbbq, p-aaaaaaaaa5 doesn't say why any more",
    ),
    Example(
        "a record told as two",
        old=_OUTLINE + _TWO,
        new=f"""{_OUTLINE}
lineage:
  - {{from: [p-bbbbbbbbbq], to: [p-aaaaaaaaa5], reason: 統合した。}}
  - {{from: [p-ccccccccc6], to: [p-aaaaaaaaa5], reason: 統合した。}}
""",
    ),
)


@rule("revision", "error", EXAMPLES, {"draft": "warning"})
def lineage_removed(revision: Revision) -> Iterator[Verdict]:
    """A verdict for every record that is gone or says less."""
    for loss in losses(revision):
        mend = say("Write it back under lineage: {yaml}", yaml=_written(loss.record))
        about = (loss.of, *loss.record.old, "→", *loss.record.new)
        path = ("lineage",) if loss.now is None else ("lineage", loss.now)
        yield Verdict(path, _told(loss), mend, about, ("lineage", loss.at))


def _told(loss: Loss) -> Message:
    ids = ", ".join(loss.ids or (*loss.record.old, *loss.record.new))
    match loss.of:
        case "record":
            return say("what became of {ids} isn't said any more", ids=ids)
        case "members":
            return say("the lineage doesn't name {ids} any more", ids=ids)
        case "reason":
            return say("the lineage of {ids} doesn't say why any more", ids=ids)
        case "doubt":
            return say("the lineage doesn't call {ids} unsure any more", ids=ids)


def _written(record: Lineage) -> str:
    said = [f"from: [{', '.join(record.old)}]", f"to: [{', '.join(record.new)}]"]
    texts = {key: getattr(record, key) for key in ("reason", "basis", "since", "note")}
    said += [
        f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in texts.items() if text
    ]
    if record.unsure:
        said.append(f"unsure: [{', '.join(record.unsure)}]")
    return f"- {{{', '.join(said)}}}"
