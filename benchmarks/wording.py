"""How Japanese public plans word things: for whom, what, and how far it has come."""

from __future__ import annotations

from random import Random

PEOPLE = (
    *("高齢者", "障害のある人", "子ども", "子育て家庭", "ひとり親家庭", "外国人", "生活困窮者"),
    *("ひきこもりの状態にある人", "ヤングケアラー", "介護者", "認知症の人", "妊産婦", "乳幼児"),
    *("児童・生徒", "若者", "単身世帯", "避難行動要支援者", "民生委員・児童委員", "地域住民"),
    *("町内会・自治会", "福祉人材", "医療的ケア児", "不登校の児童・生徒", "孤立しがちな人"),
    *("住宅確保要配慮者", "犯罪被害者", "市民活動団体", "就労を希望する人", "多様な担い手"),
)
ACTIVITIES = (
    *("相談", "相談支援", "見守り", "居場所づくり", "交流事業", "健康診査", "介護予防事業"),
    *("権利擁護", "成年後見制度の利用", "就労支援", "学習支援", "情報提供", "普及啓発活動"),
    *("出前講座", "研修", "実態把握", "移動支援", "住まいの確保", "避難所運営訓練"),
    *("防災訓練", "虐待防止", "一時預かり事業", "訪問事業", "配食サービス", "食育"),
    *("ボランティア活動", "地域活動の場の提供", "支援のための仕組みづくり", "包括的な相談体制"),
    *("関係機関との連携", "ネットワーク会議", "バリアフリー化", "アウトリーチ", "家庭訪問"),
    *("就学相談", "心の健康相談", "読書活動", "スポーツ教室", "文化財の活用", "多言語での案内"),
    *("コミュニティバスの運行", "公園の整備", "緑化の取組", "空き家の活用", "ごみの減量"),
)
LINKS = ("に係る", "に関する", "のための", "への", "に対する", "を支える", "に向けた")
PLACES = ("", "", "", "地域における", "学校における", "身近な場所での", "駅周辺での")
STAGES = (
    *("実施",) * 6,
    *("推進",) * 4,
    *("充実",) * 4,
    *("検討",) * 2,
    *("促進", "周知", "強化", "拡充", "試行", "研究"),
)
BODIES = (
    *("地域共生", "生活福祉", "高齢者支援", "障害福祉", "健康", "子育て支援", "保育", "児童青少年"),
    *("教育指導", "教育企画", "教育支援", "社会教育", "学務", "文化振興", "スポーツ振興", "図書館"),
    *("公民館", "住宅", "都市計画", "道路管理", "道路建設", "交通", "みどり公園", "下水道"),
    *("環境保全", "ごみ減量推進", "危機管理", "防犯安全", "協働コミュニティ", "産業振興", "農政"),
    *("秘書広報", "企画政策", "財政", "職員", "情報推進", "市民", "保険年金", "納税", "会計"),
)
DEPARTMENTS = tuple(body if body.endswith("館") else f"{body}課" for body in BODIES)
NOTES = (
    "同名の行とは別の事業。担当課は同じだが、対象が異なる",
    "「、」でつながる一行一事業とした",
    "表記は公表資料のまま",
    "前期の計画から継続",
)
INDICATORS = (("相談件数", "件"), ("参加者数", "人"), ("実施回数", "回"), ("登録者数", "人"))
REASONS = {
    "removed": ("事業の目的を達したため終了した。", "国の制度の改正に伴い終了した。"),
    "split": ("対象ごとに分けて掲載した。", "担当課ごとに分けて掲載した。"),
    "merged": ("内容が重なるため一つにまとめた。", "窓口の一本化に伴い統合した。"),
}

_VARIANTS = (
    *(("に係る", "に関する"), ("の実施", "の開催"), ("仕組みづくり", "しくみづくり")),
    *(("障害のある", "障がいのある"), ("子ども", "子供"), ("取組", "取り組み")),
)
_NEXT = {"研究": "検討", "検討": "推進", "試行": "実施", "推進": "充実", "充実": "拡充"}


def title(random: Random) -> str:
    """A name of a project, or a title of a section."""
    who, link, what = random.choice(PEOPLE), random.choice(LINKS), random.choice(ACTIVITIES)
    return f"{random.choice(PLACES)}{who}{link}{what}の{random.choice(STAGES)}"


def description(random: Random) -> str:
    """What a project does, in a sentence."""
    what, how = random.choice(ACTIVITIES), random.choice(("関係機関と連携し", "地域とともに"))
    return f"{how}、{what}を通じて適切な支援につなげます。"


def respelled(name: str) -> str | None:
    """The same name in another spelling; None where nothing in it is spelled in two ways."""
    for one, other in _VARIANTS:
        if one in name:
            return name.replace(one, other)
        if other in name:
            return name.replace(other, one)
    return None


def advanced(name: str) -> str:
    """The name of a project that has come further: 検討, 推進, 充実, 拡充."""
    head, stage = name[:-2], name[-2:]
    return f"{head}{_NEXT[stage]}" if stage in _NEXT else f"{name}と評価"


_PARTS = ("相談", "訪問", "講座", "広報", "交流会", "個別支援", "窓口", "オンライン")


def parts(name: str, random: Random) -> tuple[str, str]:
    """The names of what a project was split into: the same thing, by the way it is done."""
    one, other = random.sample(_PARTS, 2)
    return f"{name}（{one}）", f"{name}（{other}）"


def joined(one: str, other: str) -> str:
    """The name of what two projects were merged into."""
    return f"{one}及び{other}"
