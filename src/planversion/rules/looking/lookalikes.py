"""Characters that look like another one: 力 in a word in katakana, a hyphen for its long vowel.

Only where nothing else can be meant: within a word that is known, between two katakana where no
kanji stands, before what no word begins with.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from planversion.messages import Message, say
from planversion.rules.looking.loanwords import WORDS
from planversion.rules.looking.slips import Slip, code

_KATAKANA, _KANJI = "[ァ-ヺー]", "[一-龥々]"
_DASHES = "‐‑‒–—―−－─━-"
_MISTAKEN = {
    **dict(zip("力二口工卜夕八才へべぺ", "カニロエトタハオヘベペ", strict=True)),
    **dict.fromkeys((*_DASHES, "一"), "ー"),
}
_OWN = str.maketrans(_MISTAKEN)
_COUNTED = (
    "カ|ヵ|ケ所|ヶ|コマ|グループ|チーム|クラス|コース|セット|ページ|テーマ|プラン|サービス|プロジェクト|キロ|"
    "メートル|ヘクタール|パーセント|ポイント|ステップ|ランク|ゾーン|ブロック|エリア|サイクル|シーズン|メニュー|"
    "タイプ|ケース|イベント|ブランド|トン|クール|スポーツ|アクション|チャレンジ|フロア|ルート|ルーム|ユニット|パターン"
)
_BEHIND_ONE = (
    "覧体部時次環般斉定元括貫員歩層同人緒丁号条日年月週回度件本棟室階校律致帯様式方面生変連例種つ"
)

# Compiled by `re` when the first suspect comes, as few texts have any.
_CERTAIN = (
    # No word begins with a small kana or ン; 八ッ場 counts things.
    (r"[力口工卜夕才へべぺ](?=[ァィゥェォッャュョン])", _MISTAKEN),
    (r"[二八](?=[ァィゥェォャュョン])", _MISTAKEN),
    (rf"(?<={_KATAKANA})(?!口コミ)[口工卜夕才べぺ](?={_KATAKANA})", _MISTAKEN),
    # モデルコース二カ所 are two of them.
    (rf"(?<=[ァ-ヺ])[一二八](?=[ァ-ヺ])(?!{_COUNTED})", _MISTAKEN),
    # The other way round, in words that are written in kanji.
    (r"(?<=[協能体努魅権暴])カ(?![ァ-ヺー所国年月村条])", {"カ": "力"}),
    (r"(?<=[人窓])ロ(?![ァ-ヺー])", {"ロ": "口"}),
    (rf"(?<={_KANJI})エ(?=夫|場(?![所面合])|事(?![業務例項]))", {"エ": "工"}),
    (r"(?<![ァ-ヺー])タ(?=[方食刻暮])|(?<=七)タ(?![ァ-ヺー])", {"タ": "夕"}),
    (
        rf"(?<=[統同第唯均単])ー(?!{_KATAKANA})|ー(?=人(?:ー人|ひとり))|(?<=人)ー(?=人)",
        {"ー": "一"},
    ),
)
_EACH = r"(?<![ァ-ヺー])[一二三四五六七八九十][ァ-ヺー]+[一二八]"
"""Up to the second numeral of 一グループ一アイデア."""
_OTHERS = "[" + re.escape("".join(_MISTAKEN)) + "]"
_SUSPECT = re.compile(f"{_OTHERS}{_KATAKANA}|{_KATAKANA}{_OTHERS}")
_SUSPECT_IN_KANJI = re.compile(f"{_KANJI}[ーカロエタ]|ー人|タ[方食刻暮]")


def lookalikes(text: str) -> Iterator[Slip]:
    """Every character that stands where only one that looks like it can be meant."""
    suspect = _SUSPECT.search(text) is not None
    found = dict(_in_words(text)) if suspect else {}
    if suspect or _SUSPECT_IN_KANJI.search(text):
        numerals = {match.end() - 1 for match in re.finditer(_EACH, text)}
        for at, right in _certain(text):
            if at not in numerals:
                found.setdefault(at, right)
    for at, right in sorted(found.items()):
        yield Slip(at, at + 1, right, code(text[at]), _told(text[at], right))


def _certain(text: str) -> Iterator[tuple[int, str]]:
    for pattern, rights in _CERTAIN:
        yield from ((match.start(), rights[match[0]]) for match in re.finditer(pattern, text))


def _in_words(text: str) -> Iterator[tuple[int, str]]:
    """Where a known word has another character, and the word's own."""
    for match in _words().finditer(text.translate(_OWN)):
        start, end = match.span()
        if not _means_another(text[start:end], text[end : end + 1]):
            spelt = zip(range(start, end), match[0], strict=True)
            yield from ((at, right) for at, right in spelt if text[at] != right)


def _means_another(written: str, behind: str) -> bool:
    """Whether what looks like a word is none: 魅力フェア, センタ一覧, ノー残業デー夕方の部."""
    if written == "力フェ":
        return behind in ("ス", "ア")
    return behind in {"一": (*_BEHIND_ONE,), "夕": (*"方食刻暮べ",)}.get(written[-1], ())


@cache
def _words() -> re.Pattern[str]:
    return re.compile("|".join(sorted(WORDS, key=len, reverse=True)))


def _told(wrong: str, right: str) -> Message:
    return say(
        "{wrong} ({code}, {name}) stands in place of {right} ({right_code}, {right_name})",
        wrong=wrong,
        code=code(wrong),
        name=_name(wrong),
        right=right,
        right_code=code(right),
        right_name=_name(right),
    )


def _name(mark: str) -> Message:
    if mark == "ー":
        return say("a long-vowel mark")
    kind = unicodedata.name(mark)
    if kind.startswith("CJK"):
        return say("a kanji")
    return _KANA[kind.split()[0]] if kind.split()[0] in _KANA else say("a dash")


_KANA = {"KATAKANA": say("a katakana"), "HIRAGANA": say("a hiragana")}
