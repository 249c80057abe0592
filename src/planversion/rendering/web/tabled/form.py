"""The form that filters the rows; it is shown where a script can answer it."""

from __future__ import annotations

from collections.abc import Iterable

from planversion.messages import Language, Message, say
from planversion.rendering.vocabulary import KINDS
from planversion.rendering.web.escaping import shown
from planversion.rendering.web.tabled.facets import UNCHANGED, Facets

_FORM = """\
<form id="filters" class="filters screen" hidden>
<label>{search}<input type="search" name="text" autocomplete="off"></label>
<label>{goal}<select name="goal"><option value="">{all}</option>{goals}</select></label>
<label>{department}<select name="department"><option value="">{all}</option>{departments}</select>
</label>
<fieldset><legend>{kind}</legend>{kinds}</fieldset>
<button type="reset">{reset}</button>
<p id="count" role="status" data-said="{count}"></p>
</form>"""


def form(of: Facets, language: Language) -> str:
    """The form, with the choices that lead to some row."""

    def said(message: Message) -> str:
        return shown(message.to(language))

    return _FORM.format(
        search=said(say("Search")),
        goal=said(say("Goal")),
        department=said(say("Department")),
        kind=said(say("What happened (rows)")),
        all=said(say("All")),
        reset=said(say("Show all rows")),
        count=said(say("{shown} of {all} rows", shown="{shown}", all="{all}")),
        goals=_options(of.goals.items()),
        departments=_options(
            (str(number), name) for name, number in sorted(of.departments.items())
        ),
        kinds="".join(_box(kind, n, language) for kind, n in of.kinds.items()),
    )


def _options(values: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<option value="{shown(one)}">{shown(name)}</option>' for one, name in values)


def _box(kind: str, n: int, language: Language) -> str:
    word = say("unchanged") if kind == UNCHANGED else KINDS[kind]
    named = f'{shown(word.to(language))} <span class="quiet">({n})</span>'
    return f'<label><input type="checkbox" name="kind" value="{kind}">{named}</label>'
