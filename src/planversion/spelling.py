"""When two names differ in spelling only: the declared normalisation of Japanese public text.

Public bodies respell without meaning anything by it (係る → 関する, しくみ → 仕組み). Two names are
the same but for spelling when they are equal after Unicode's NFKC, folding of spaces, dashes and
separators, and the table below, which a plan extends with its own `spellings`. The variants of
the table follow 公用文における漢字使用等について (内閣訓令, 2010) and the Agency for Cultural
Affairs' 公用文作成の考え方 (2022).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

Spellings = tuple[tuple[str, ...], ...]

TABLE: Spellings = (
    ("関する", "係る", "かかる", "係わる", "関わる", "かかわる"),
    ("実施", "開催"),
    ("仕組み", "しくみ", "仕組"),
    ("一人一人", "一人ひとり", "ひとりひとり", "ひとり一人"),
    ("等", "など"),
    ("及び", "および"),
    ("又は", "または"),
    ("並びに", "ならびに"),
    ("子ども", "子供", "こども"),
    ("障害", "障がい", "障碍"),
    ("配布", "配付"),
    ("取組", "取り組み", "取組み", "とりくみ"),
    ("受付", "受け付け", "受付け"),
    ("すべて", "全て"),
    ("様々", "さまざま"),
    ("支え合い", "ささえあい", "支えあい"),
    ("手引", "手引き"),
    ("申込", "申し込み", "申込み"),
    ("めざす", "目指す"),
    ("づくり", "つくり", "作り", "造り"),
    ("まち", "街"),
    ("ボランティア", "ボランティアー"),
    ("コーディネーター", "コーディネータ"),
    ("サポーター", "サポータ"),
    ("センター", "センタ"),
    ("の人への", "の方への"),
    ("な人への", "な方への"),
    ("な人の", "な方の"),
)
"""Variants that mean the same, the first of each row being the one the others are read as."""

STAGES = (
    *("検討", "研究", "準備", "試行", "導入", "実施", "推進", "充実", "拡充", "促進", "強化"),
    *("見直し", "縮小", "廃止"),
)
"""Words at the end of a project's name that say how far it has come."""

_DASHES = dict.fromkeys("‐‑‒–—―−ｰ─", "-")
_SEPARATORS = dict.fromkeys("・、,，･", "・")
_WAVES = dict.fromkeys("〜～∼", "~")
_FOLDED = {**_DASHES, **_SEPARATORS, **_WAVES}
# A pattern, for most names hold none of these, and str.translate would ask for every character.
_FOLDING = re.compile(rf"[\s「」『』“”\"'‘’{''.join(_FOLDED)}]")
_TAIL = re.compile(rf"({'|'.join(STAGES)})(?:・(?:{'|'.join(STAGES)}))*$")


def same_but_for_spelling(one: str, other: str, spellings: Spellings = ()) -> bool:
    """Whether the two texts are equal under the declared normalisation."""
    return normalised(one, spellings) == normalised(other, spellings)


@lru_cache(maxsize=65536)
def normalised(text: str, spellings: Spellings = ()) -> str:
    """The text as it is compared; not for people to read."""
    pattern, heads = _rewriting(spellings)
    return pattern.sub(lambda found: heads[found[0]], _folded(text))


def _folded(text: str) -> str:
    """The text without differences of width, case, spaces, quotes, dashes and separators."""
    plain = unicodedata.normalize("NFKC", text)
    return _FOLDING.sub(lambda found: _FOLDED.get(found[0], ""), plain).lower()


@cache
def _rewriting(spellings: Spellings) -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern of all variants, longest first, and what each is read as."""
    heads: dict[str, str] = {}
    for row in (*TABLE, *spellings):
        variants = [variant for variant in map(_folded, row) if variant]
        # A variant that stands in two rows makes one of them.
        joined = {heads[variant] for variant in variants if variant in heads}
        members = [*variants, *(one for one, head in heads.items() if head in joined)]
        heads.update(dict.fromkeys(members, min(joined, default=variants[0])))
    longest_first = sorted(heads, key=lambda variant: (-len(variant), variant))
    return re.compile("|".join(map(re.escape, longest_first))), heads


def stage(name: str) -> str | None:
    """How far the project has come, by the last word of its name: 検討, 推進, 充実 …; else None."""
    plain = unicodedata.normalize("NFKC", name)
    # Most names end in none of the words, and a search would try every character of them.
    found = _TAIL.search(plain) if plain.endswith(STAGES) else None
    return found[1] if found else None


def stages(was: str, now: str) -> tuple[str, str] | None:
    """The stages that a renaming leads from and to, where it does: (検討, 推進)."""
    before, after = stage(was), stage(now)
    return (before, after) if before and after and before != after else None
