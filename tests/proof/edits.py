"""Legitimate edits of the plan: nothing that counts may be said of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import NamedTuple

from planversion import canonical
from proof.trees import (
    UNEXPLAINED,
    Scene,
    Tree,
    adopted_first,
    adopted_later,
    draft,
    follow_the_third,
    read,
)

Setting = Callable[..., Scene]


class Edit(NamedTuple):
    """Something that people rightly do."""

    setting: Setting
    do: Callable[[Scene], None]


EDITS: list[Edit] = []


def fine(*settings: Setting) -> Callable[[Callable[[Scene], None]], None]:
    """Puts an edit on the list, once a setting."""

    def put(do: Callable[[Scene], None]) -> None:
        EDITS.extend(Edit(setting, do) for setting in settings or (draft,))

    return put


@fine(draft)
def respell_a_name(scene: Scene) -> None:
    spelt = [
        ("及び", "および"),
        ("等", "など"),
        ("実施", "開催"),
        ("子ども", "こども"),
        ("・", "、"),
    ]
    pairs = [(r, a, b) for _, r in scene.alone() for a, b in spelt if a in r["name"]]
    row, was, now = scene.random.choice(pairs)
    row["name"] = row["name"].replace(was, now)


@fine(draft)
def rename_at_its_place(scene: Scene) -> None:
    _, row = scene.random.choice(scene.alone())
    row["name"] = f"{row['name']}の推進"


@fine(draft)
def rename_and_explain(scene: Scene) -> None:
    _, row = scene.random.choice(scene.alone())
    row["name"] = "市民と進める新しい事業"
    _explain(scene, row)


def _explain(scene: Scene, row: Tree) -> None:
    told = {"id": row["id"], "reason": "対象を市全域に広げた。"}
    scene.now.setdefault("explanations", []).append(told)


@fine(draft)
def move_a_project(scene: Scene) -> None:
    place, row = scene.random.choice(scene.alone())
    free = [one for one in scene.measures() if one is not place and not _lists(one, row)]
    place["projects"].remove(row)
    scene.random.choice(free)["projects"].append(row)


def _lists(place: Tree, row: Tree) -> bool:
    return any(row["name"] == one.get("name") for one in place["projects"])


@fine(draft)
def reorder_the_projects_of_a_measure(scene: Scene) -> None:
    scene.random.shuffle(scene.random.choice(scene.measures())["projects"])


@fine(draft)
def add_a_project(scene: Scene) -> None:
    scene.random.choice(scene.measures())["projects"].append(scene.project())


@fine(draft)
def add_a_measure(scene: Scene) -> None:
    parent = scene.random.choice([s for s in scene.sections() if s.get("sections")])
    deep = any("projects" in one for one in parent["sections"])
    if not deep:
        parent = parent["sections"][0]
    number = len(parent["sections"]) + 1
    fresh = {"id": scene.fresh("施策", "s"), "number": number, "title": "デジタル化の推進"}
    parent["sections"].append(fresh | {"projects": [scene.project()]})


@fine(draft)
def put_a_measure_first_and_renumber(scene: Scene) -> None:
    parent = scene.random.choice(
        [s for s in scene.sections() if any("projects" in one for one in s.get("sections", ()))]
    )
    fresh = {"id": scene.fresh("施策", "s"), "number": 0, "title": "デジタル化の推進"}
    parent["sections"].insert(0, fresh | {"projects": [scene.project()]})
    for number, section in enumerate(parent["sections"], 1):
        section["number"] = number


@fine(draft)
def end_a_project_with_its_reason(scene: Scene) -> None:
    place, row = scene.random.choice([p for p in scene.continuing() if len(p[0]["projects"]) > 1])
    place["projects"].remove(row)
    scene.now["lineage"].append({"from": [row["id"]], "to": [], "reason": "目的を達した。"})


@fine(draft)
def split_a_project(scene: Scene) -> None:
    place, row = scene.random.choice(scene.continuing())
    heirs = [scene.project(f"{row['name']}（{part}）") for part in ("前期", "後期")]
    at = place["projects"].index(row)
    place["projects"][at : at + 1] = heirs
    ids = [heir["id"] for heir in heirs]
    scene.now["lineage"].append({"from": [row["id"]], "to": ids, "reason": "二つに分けた。"})


@fine(draft)
def merge_two_projects(scene: Scene) -> None:
    many = [p for p in scene.continuing() if len(p[0]["projects"]) > 2]
    (place, one), (home, other) = scene.random.sample(many, 2)
    heir = scene.project(f"{one['name']}と{other['name']}")
    home["projects"][home["projects"].index(other)] = heir
    place["projects"].remove(one)
    ids = [one["id"], other["id"]]
    scene.now["lineage"].append({"from": ids, "to": [heir["id"]], "reason": "統合した。"})


@fine(draft)
def let_a_project_take_another_in(scene: Scene) -> None:
    many = [p for p in scene.continuing() if len(p[0]["projects"]) > 1]
    (place, one), (_, other) = scene.random.sample(many, 2)
    place["projects"].remove(one)
    told = {"from": [one["id"]], "to": [other["id"]], "reason": "吸収した。"}
    scene.now["lineage"].append(told)


@fine(draft)
def split_a_project_off(scene: Scene) -> None:
    place, row = scene.random.choice(scene.continuing())
    heir = scene.project()
    place["projects"].append(heir)
    told = {"from": [row["id"]], "to": [heir["id"]], "reason": "一部を分けた。"}
    scene.now["lineage"].append(told)


@fine(draft)
def drop_a_project_that_only_the_draft_had(scene: Scene) -> None:
    assert scene.predecessor is not None
    known = scene.predecessor.edition.outline.projects
    fresh = [
        (place, row)
        for place, row in scene.alone()
        if row["id"] not in known and len(place["projects"]) > 1
    ]
    place, row = scene.random.choice(fresh)
    place["projects"].remove(row)


@fine(draft)
def give_a_project_to_another_department(scene: Scene) -> None:
    _, row = scene.random.choice(scene.alone())
    names = [one["name"] for one in scene.now["departments"]]
    row["departments"] = [*row["departments"], scene.random.choice(names)]
    row["departments"] = list(dict.fromkeys(row["departments"]))


@fine(draft)
def rename_a_department(scene: Scene) -> None:
    plain = [one for one in scene.now["departments"] if set(one) == {"name"}]
    department = scene.random.choice(plain)
    was, now = department["name"], f"{department['name'].removesuffix('課')}推進室"
    assert scene.predecessor is not None
    known = {one.name for one in scene.predecessor.edition.departments}
    department["name"] = now
    if was in known:
        department["succeeds"] = [was]
    for place in scene.measures():
        for row in place["projects"]:
            if "departments" in row:
                row["departments"] = [now if d == was else d for d in row["departments"]]


@fine(draft)
def let_a_new_department_take_projects_over(scene: Scene) -> None:
    _, row = scene.random.choice(scene.alone())
    assert scene.predecessor is not None
    known = {one.name for one in scene.predecessor.edition.departments}
    used = [d for _, r in scene.rows() for d in r["departments"]]
    giving = [d for d in row["departments"] if d in known and used.count(d) > 1]
    entry = {"name": "デジタル推進課", **({"takes_from": giving} if giving else {})}
    scene.now["departments"].append(entry)
    row["departments"] = [*row["departments"], "デジタル推進課"]


@fine(draft)
def relist_a_project(scene: Scene) -> None:
    place, row = scene.random.choice(scene.alone())
    free = [one for one in scene.measures() if one is not place and not _lists(one, row)]
    scene.random.choice(free)["projects"].append({"relists": row["id"], "marked": True})


@fine(draft)
def list_a_project_no_longer(scene: Scene) -> None:
    listings = [
        (place, row) for place in scene.measures() for row in place["projects"] if "relists" in row
    ]
    place, row = scene.random.choice([one for one in listings if len(one[0]["projects"]) > 1])
    note = str(scene.now["published_notes"])
    if row["relists"] not in note:
        place["projects"].remove(row)


@fine(draft)
def describe_a_project(scene: Scene) -> None:
    _, row = scene.random.choice(scene.rows())
    row["description"] = "市民とともに進めます。"


@fine(draft)
def plan_money_years_and_aims(scene: Scene) -> None:
    _, row = scene.random.choice(scene.rows())
    row["status"] = "拡充"
    row["period"] = {"from": 2027, "to": 2031}
    row["budget"] = [{"year": 2027, "amount": scene.random.randrange(10**7)}]
    row["indicators"] = [{"name": "参加者数", "unit": "人", "baseline": 10, "target": 20}]


@fine(draft)
def add_free_attributes(scene: Scene) -> None:
    _, row = scene.random.choice(scene.rows())
    row["attributes"] = {"SDGs": [3, 11], "重点": True, "備考": {"a": None}}


@fine(draft, adopted_first, adopted_later)
def remark_on_a_project(scene: Scene) -> None:
    _, row = scene.random.choice(scene.rows())
    row["note"] = "転記の際に確認した"


@fine(draft)
def retitle_a_measure(scene: Scene) -> None:
    scene.random.choice(scene.measures())["title"] += "と推進"


@fine(draft)
def print_a_note(scene: Scene) -> None:
    place, row = scene.random.choice(scene.rows())
    belongs = [{"project": row["id"], "section": place["id"]}]
    note = {"text": "新規", "printed_at": "1頁", "belongs_to": belongs}
    scene.now["published_notes"].append(note)


@fine(draft)
def go_on_to_consultation(scene: Scene) -> None:
    scene.now["edition"] |= {"status": "consultation", "stage": "素案"}
    for _, row in scene.rows():
        if row["id"] in UNEXPLAINED:
            _explain(scene, row)


@fine(draft)
def call_the_levels_otherwise(scene: Scene) -> None:
    scene.now["levels"][0]["name"] = "目標"


@fine(adopted_first)
def mint_missing_ids(scene: Scene) -> None:
    _, row = scene.random.choice(scene.alone())
    before = deepcopy(scene.now)
    old = next(r for r in _rows(before) if r.get("id") == row["id"])
    del old["id"]
    scene.base = read(before, scene.base.name)


@fine(draft, adopted_first, adopted_later)
def write_the_keys_in_another_order(scene: Scene) -> None:
    for place in scene.measures():
        place["projects"] = [
            dict(scene.random.sample(list(row.items()), len(row))) for row in place["projects"]
        ]
    items = list(scene.now.items())
    scene.now = dict(scene.random.sample(items, len(items)))


@fine(draft, adopted_first, adopted_later)
def write_the_file_in_another_form(scene: Scene) -> None:
    scene.text = json.dumps(scene.now, ensure_ascii=False, indent=scene.random.choice([0, 2, 4]))


@fine(draft, adopted_first, adopted_later)
def write_comments(scene: Scene) -> None:
    lines = canonical(read(scene.now, "now.yaml")).splitlines()
    for _ in range(3):
        lines.insert(scene.random.randrange(len(lines)), "# 確認済み")
    scene.text = "\n".join([*lines, ""])


@fine(adopted_first, adopted_later)
def correct_a_misprint(scene: Scene) -> None:
    _, row = scene.random.choice(scene.rows())
    row["name"] += "等"
    if scene.predecessor is not None:
        _explain(scene, row)
    told = {"on": "2026-06-01", "what": row["id"], "why": "「等」が抜けていた"}
    scene.now["edition"]["errata"] = [told]


@fine(adopted_first, adopted_later)
def say_when_it_ceases(scene: Scene) -> None:
    scene.now["edition"]["in_force_to"] = "2031-03-31"


@fine(draft)
def bring_a_project_back(scene: Scene) -> None:
    retired = follow_the_third(scene)
    back = scene.project("昔の事業の再開") | {"id": retired}
    scene.random.choice(scene.measures())["projects"].append(back)
    scene.now["returned"] = [{"id": retired, "reason": "要望により再開した。"}]


def _rows(tree: Tree) -> Iterator[Tree]:
    for section in tree.get("sections", ()):
        yield from section.get("projects", ())
        yield from _rows(section)
