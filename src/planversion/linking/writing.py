"""The new edition with the ids, the lineage and the successions that were decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from planversion.identities import identified, with_ids
from planversion.linking.deciding import Decisions
from planversion.messages import Language, Message
from planversion.model import Department, Edition, Lineage, Returned
from planversion.model.places import Path
from planversion.suggesting.suggestions import Succession, Suggestion

_LIVING = ("continued", "split_off", "absorbed")
"""Kinds in which the first of the old ones is the first of the new ones."""
_JOINING: Mapping[Language, str] = {"ja": "、", "en": ", "}


def linked(old: Edition, new: Edition, decisions: Decisions) -> Edition:
    """The new edition in which everything that was decided has its id, lineage and successions.

    What continues takes the old id; what came from several, or became several, gets an id of its
    own and a record of lineage, with the reasons and `basis: judged`. Whatever was not decided
    stays as it is, without an id.
    """
    update = {
        "lineage": (*new.lineage, *_lineage(new, decisions)),
        "returned": (*new.returned, *_returned(new, decisions)),
        "departments": _departments(old, new, decisions.successions),
    }
    return with_ids(new, dict(_ids(new, decisions))).model_copy(update=update)


def _ids(new: Edition, decisions: Decisions) -> Iterator[tuple[Path, str]]:
    for one in (*decisions.sections, *decisions.accepted, *decisions.returned):
        heirs = list(one.new)
        if one.kind in _LIVING:
            yield heirs.pop(0).path, one.old[0].id
        yield from ((heir.path, heir.id) for heir in heirs)
    minted = {subject.path for subject in decisions.fresh}
    names = identified(new).outline
    for place in names.places.values():
        for row in names.listed(place):
            if row.primary and row.path in minted:
                yield row.path, row.project


def _lineage(new: Edition, decisions: Decisions) -> Iterator[Lineage]:
    language = new.plan.language
    for one in decisions.accepted:
        if one.kind != "continued":
            yield Lineage.model_validate(
                {
                    "from": _ended(one),
                    "to": _begun(one),
                    "reason": reasoned(one.reasons, language),
                    "basis": "judged",
                }
            )


def _returned(new: Edition, decisions: Decisions) -> Iterator[Returned]:
    for one in decisions.returned:
        reason = reasoned(one.reasons, new.plan.language)
        yield Returned.model_validate({"id": one.old[0].id, "reason": reason})


def _ended(one: Suggestion) -> list[str]:
    ended = one.old[1:] if one.kind == "absorbed" else one.old
    return [subject.id for subject in ended]


def _begun(one: Suggestion) -> list[str]:
    if one.kind == "absorbed":
        return [one.old[0].id]
    begun = one.new[1:] if one.kind == "split_off" else one.new
    return [subject.id for subject in begun]


def reasoned(reasons: Sequence[Message], language: Language) -> str:
    """The reasons in one line."""
    return _JOINING[language].join(reason.to(language) for reason in reasons)


def _departments(
    old: Edition, new: Edition, successions: Iterable[Succession]
) -> tuple[Department, ...]:
    """The departments with whom they succeed or take from, those of the new edition only."""
    found = {one.name: one for one in new.departments}
    before = {one.name for one in old.departments}
    for name, other, _, succeeds in successions:
        heir = found.get(other, Department(name=other))
        field = "succeeds" if succeeds else "takes_from"
        if before and name not in before:
            continue
        if name not in (*heir.succeeds, *heir.takes_from):
            update = {field: (*getattr(heir, field), name)}
            found[other] = heir.model_copy(update=update)
    return tuple(found.values())
