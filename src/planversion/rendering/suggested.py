"""Suggestions for people, as lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from planversion.linking import Step, reasoned
from planversion.messages import Language, Message, say, say_n
from planversion.rendering.safety import on_one_line
from planversion.suggesting import Subject, Succession, Suggestion, Suggestions

_SHOWN, _WORTH_TELLING = 3, 0.05
"""So many runners-up are told, from this confidence on; the document has them all."""
KINDS: dict[str, Message] = {
    "continued": say("continued"),
    "split": say("split"),
    "merged": say("merged"),
    "split_off": say("split off"),
    "absorbed": say("absorbed"),
}


def lines(step: Step, language: Language) -> Iterator[str]:
    """What is suggested, the doubtful one by one."""
    found = step.found
    yield f"{step.old.id} → {step.new.id}"
    for told in _counts(found):
        yield f"  {told.to(language)}"
    doubtful = [one for one in found.projects if one.grade != "certain"]
    yield from _headed(say("To be confirmed:"), doubtful, language)
    yield from _headed(say("Back after having ended:"), step.returned, language)
    yield from (f"  {succession(one, language)}" for one in found.successions)
    yield from _under(
        say("Nothing before:"), _left(found.left_new, found, language, new=True), language
    )
    yield from _under(say("Ended:"), _left(found.left_old, found, language, new=False), language)


def succession(one: Succession, language: Language) -> str:
    """Which department carries on which, and how many projects tell so."""
    told = say_n("{n} project", "{n} projects", one.rows)
    return on_one_line(f"{one.old} → {one.new} ({told.to(language)})")


def _counts(found: Suggestions) -> Iterator[Message]:
    grades = Counter(one.grade for one in found.projects)
    yield say(
        "{certain} certain, {likely} to be confirmed; {left_old} ended, {left_new} new",
        certain=grades["certain"],
        likely=grades["likely"],
        left_old=len(found.left_old),
        left_new=len(found.left_new),
    )


def _headed(head: Message, some: Iterable[Suggestion], language: Language) -> Iterator[str]:
    told = (f"    {line}" for one in some for line in suggestion(one, language))
    yield from _under(head, told, language)


def _under(head: Message, told: Iterable[str], language: Language) -> Iterator[str]:
    """The lines below their head; no head where there are none."""
    lines_ = list(told)
    if lines_:
        yield f"  {head.to(language)}"
        yield from lines_


def suggestion(one: Suggestion, language: Language) -> Iterator[str]:
    """One suggestion: what, who, who now, and why."""
    yield f"{likely(one)} {KINDS[one.kind].to(language)}"
    yield from (f"  - {called(subject)}" for subject in one.old)
    yield from (f"  + {called(subject)}" for subject in one.new)
    yield on_one_line(f"  {reasoned(one.reasons, language)}")


def likely(one: Suggestion) -> str:
    """How likely it is, in hundredths; what isn't certain never looks it: 0.949 is 0.94."""
    return f"{round(one.confidence * 1000) // 10 / 100:.2f}"


def called(subject: Subject) -> str:
    """Who it is, on one line: place code, name, departments."""
    departments = f" ({'、'.join(subject.departments)})" if subject.departments else ""
    return on_one_line(f"{subject.code} {subject.name}{departments}".strip())


def _left(
    some: tuple[Subject, ...], found: Suggestions, language: Language, *, new: bool
) -> Iterator[str]:
    rivals = found.rivals_of_new if new else found.rivals_of_old
    for subject in some:
        yield f"    {called(subject)}"
        for one in worth_telling(rivals.get(subject.id, ())):
            told = say("perhaps {who}", who=called((one.old if new else one.new)[0]))
            yield f"      {likely(one)} {told.to(language)}"


def worth_telling(rivals: tuple[Suggestion, ...]) -> list[Suggestion]:
    """The likeliest of them, as many as a reader wants to see."""
    return [one for one in rivals[:_SHOWN] if one.confidence >= _WORTH_TELLING]
