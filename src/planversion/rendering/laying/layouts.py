"""The layouts of the old/new table: presets, and those of a repository's own that build on them."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from planversion.errors import Problem, UsageError
from planversion.messages import Language, Message, say
from planversion.policy import Preset, TableLayout

DEFAULT = "default"
"""The name of one's own layout that counts where none is named."""

PRESETS: Mapping[Preset, Mapping[str, Message | str | bool]] = {
    "side-by-side": {},
    "city": {"arrangement": "below", "underline": "none"},
    "national": {
        "left": "new",
        "old_heading": say("Current"),
        "new_heading": say("Proposed"),
        "notes": "none",
        "new_word": say("(inserted)"),
        "dropped_word": say("(struck out)"),
        "moved_word": say("(moved)"),
        "unchanged": "folded",
        "unchanged_word": say("(omitted)"),
        "underline": "all",
        "double_underline": True,
    },
    "municipal": {
        "left": "new",
        "old_heading": say("Before the revision"),
        "new_heading": say("After the revision"),
        "notes": "none",
        "unchanged": "folded",
        "unchanged_word": say("omitted"),
        "underline": "all",
    },
    "with-kinds": {
        "left": "new",
        "old_heading": say("Former edition"),
        "new_heading": say("New edition"),
        "notes": "kinds",
        "dropped_word": say("(dropped)"),
        "underline": "all",
        "double_underline": True,
    },
}
"""What each preset says beyond what a layout is anyway."""


def layout(
    language: Language, name: str | None = None, own: Mapping[str, TableLayout] | None = None
) -> TableLayout:
    """The layout of that name, one's own before a preset; raises UsageError where there is none."""
    known = own or {}
    chosen = (DEFAULT if DEFAULT in known else "side-by-side") if name is None else name
    if chosen in known:
        return _built_on_a_preset(chosen, known[chosen], language)
    for preset in PRESETS:
        if preset == chosen:
            return _preset(preset, language)
    raise _unknown(chosen, (*known, *PRESETS))


def _built_on_a_preset(name: str, own: TableLayout, language: Language) -> TableLayout:
    same: list[Preset] = [preset for preset in PRESETS if preset == name]
    base = _preset(own.based_on or (same[0] if same else "side-by-side"), language)
    return base.model_copy(update={key: getattr(own, key) for key in own.model_fields_set})


def _preset(name: Preset, language: Language) -> TableLayout:
    said: dict[str, Any] = {
        key: value.to(language) if isinstance(value, Message) else value
        for key, value in PRESETS[name].items()
    }
    return TableLayout.model_construct(**said)


def _unknown(name: str, known: tuple[str, ...]) -> UsageError:
    close = get_close_matches(name, known, 1)
    what = say("there is no layout {name}", name=name)
    listed = say("There are: {names}.", names=", ".join(dict.fromkeys(known)))
    return UsageError(
        [Problem("layout", what, say("Did you mean {name}?", name=close[0]) if close else listed)]
    )
