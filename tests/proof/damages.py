"""Ways to damage the plan, each with the rule that is meant for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from planversion.rules.looking.subjects import volume
from proof.trees import Scene, adopted_first, adopted_later, draft, follow_the_third, source

Setting = Callable[..., Scene]


class Damage(NamedTuple):
    """Something that must be caught, and by which rule."""

    rule: str
    setting: Setting
    do: Callable[[Scene], None]


DAMAGES: list[Damage] = []


def caught_by(rule: str, *settings: Setting) -> Callable[[Callable[[Scene], None]], None]:
    """Puts a damage on the list, once a setting."""

    def put(do: Callable[[Scene], None]) -> None:
        DAMAGES.extend(Damage(rule, setting, do) for setting in settings or (draft,))

    return put


@caught_by("project-vanished")
def drop_a_project(scene: Scene) -> None:
    place, row = scene.random.choice(scene.continuing())
    place["projects"].remove(row)


@caught_by("project-vanished")
def forget_what_became_of_a_project(scene: Scene) -> None:
    records = [r for r in scene.now["lineage"] if r["from"] and r["from"][0][0] == "p"]
    old = source("4").edition.outline.projects
    alive = {row["id"] for _, row in scene.rows()}
    ending = [r for r in records if any(i in old and i not in alive for i in r["from"])]
    scene.now["lineage"].remove(scene.random.choice(ending))


@caught_by("section-vanished")
def drop_a_measure(scene: Scene) -> None:
    known = source("4").edition.outline.places
    free = {id(place) for place, _ in scene.alone()}
    for section in scene.sections():
        below = [one for one in section.get("sections", ()) if one["id"] in known]
        bare = [one for one in below if id(one) in free and len(one["projects"]) == 1]
        if bare:
            gone = scene.random.choice(bare)
            section["sections"].remove(gone)
            _renumber(section["sections"])
            return
    # No measure has but one project of its own: take one that has been emptied before.
    parent = next(s for s in scene.sections() if s.get("sections"))
    gone = parent["sections"].pop()
    ids = {row.get("id") for row in gone["projects"]}
    for place in scene.measures():
        place["projects"] = [row for row in place["projects"] if row.get("relists") not in ids]


def _renumber(sections: list[dict[str, object]]) -> None:
    for number, section in enumerate(sections, 1):
        section["number"] = number


@caught_by("id-changed")
def mint_a_project_anew(scene: Scene) -> None:
    _, row = scene.random.choice(scene.continuing())
    old = source("4").edition.outline
    same = [r for _, r in scene.continuing() if old.record(r["id"]).name == r["name"]]
    row = scene.random.choice(same)
    row["id"] = scene.fresh(row["name"])


@caught_by("id-changed")
def mint_a_section_anew(scene: Scene) -> None:
    known = source("4").edition.outline.places
    said = str([scene.now.get(key) for key in ("lineage", "published_notes")])
    same = [
        one
        for one in scene.sections()
        if one["id"] in known
        and known[one["id"]].section.title == one["title"]
        and one["id"] not in said
    ]
    one = scene.random.choice(same)
    one["id"] = scene.fresh(one["title"], "s")


@caught_by("id-reused")
def swap_two_ids(scene: Scene) -> None:
    (_, one), (_, other) = scene.random.sample(scene.continuing(), 2)
    one["id"], other["id"] = other["id"], one["id"]


@caught_by("id-reused")
def give_the_id_of_an_ended_project_to_a_new_one(scene: Scene) -> None:
    place, row = scene.random.choice(scene.continuing())
    place["projects"].remove(row)
    home = scene.random.choice([one for one in scene.measures() if one is not place])
    home["projects"].append(scene.project() | {"id": row["id"]})


@caught_by("retired-id-returned")
def reuse_a_retired_id(scene: Scene) -> None:
    retired = follow_the_third(scene)
    home = scene.random.choice(scene.measures())
    home["projects"].append(scene.project() | {"id": retired})


@caught_by("undeclared-department", draft, adopted_first)
def mistype_a_department(scene: Scene) -> None:
    _, row = scene.random.choice(scene.rows())
    name = row["departments"][0]
    at = scene.random.randrange(len(name))
    row["departments"] = [f"{name[:at]}〇{name[at + 1 :]}", *row["departments"][1:]]


@caught_by("lineage-unknown-id")
def lead_lineage_to_nobody(scene: Scene) -> None:
    record = scene.random.choice([r for r in scene.now["lineage"] if r["to"]])
    prefix = record["to"][0][0]
    record["to"] = [*record["to"][1:], scene.fresh("誰", prefix)]
    record.pop("unsure", None)


@caught_by("lineage-unknown-id")
def explain_nobody(scene: Scene) -> None:
    explanation = {"id": scene.fresh("誰"), "reason": "名称を改めた。"}
    scene.now.setdefault("explanations", []).append(explanation)


@caught_by("lineage-not-paired")
def let_lineage_come_from_nobody(scene: Scene) -> None:
    record = scene.random.choice(scene.now["lineage"])
    record["from"] = [*record["from"], scene.fresh("誰", record["from"][0][0])]


@caught_by("unknown-predecessor")
def mistype_a_predecessor(scene: Scene) -> None:
    heirs = [one for one in scene.now["departments"] if one.get("succeeds")]
    heir = scene.random.choice(heirs)
    heir["succeeds"] = [f"{heir['succeeds'][0]}室", *heir["succeeds"][1:]]


@caught_by("succession-contradicted")
def succeed_a_department_that_lives_on(scene: Scene) -> None:
    known = {one.name for one in source("4").edition.departments}
    names = [one["name"] for one in scene.now["departments"] if one["name"] in known]
    old, heir = scene.random.sample(names, 2)
    entry = next(one for one in scene.now["departments"] if one["name"] == heir)
    entry["succeeds"] = [*entry.get("succeeds", []), old]


@caught_by("number-gap", draft, adopted_first)
def leave_a_number_out(scene: Scene) -> None:
    family = scene.random.choice([s for s in scene.sections() if len(s.get("sections", ())) > 1])
    at = scene.random.randrange(1, len(family["sections"]))
    for section in family["sections"][at:]:
        section["number"] += 1


@caught_by("duplicate-number", draft, adopted_first)
def number_two_sections_alike(scene: Scene) -> None:
    family = scene.random.choice([s for s in scene.sections() if len(s.get("sections", ())) > 1])
    at = scene.random.randrange(1, len(family["sections"]))
    family["sections"][at]["number"] = family["sections"][at - 1]["number"]


@caught_by("duplicate-number")
def move_a_section_without_renumbering(scene: Scene) -> None:
    families = [s for s in scene.sections() if s.get("sections") and "projects" not in s]
    deepest = [s for s in families if all("projects" in one for one in s["sections"])]
    one, other = scene.random.sample(deepest, 2)
    moved = one["sections"].pop(0)
    other["sections"].append(moved)


@caught_by("unmarked-relisting")
def list_a_project_twice_without_the_mark(scene: Scene) -> None:
    place, row = scene.random.choice(scene.alone())
    home = scene.random.choice([one for one in scene.measures() if one is not place])
    home["projects"].append(row | {"id": scene.fresh(row["name"])})


@caught_by("duplicate-name-in-section")
def list_a_project_twice_in_a_section(scene: Scene) -> None:
    place, row = scene.random.choice(scene.rows())
    place["projects"].append(row | {"id": scene.fresh(row["name"])})


@caught_by("missing-department", draft, adopted_first)
def forget_who_carries_a_project(scene: Scene) -> None:
    _, row = scene.random.choice(scene.rows())
    del row["departments"]
    row.pop("inferred", None)
    row.pop("note", None)


@caught_by("empty-section")
def leave_a_section_empty(scene: Scene) -> None:
    parent = scene.random.choice([s for s in scene.sections() if s.get("sections")])
    number = len(parent["sections"]) + 1
    empty = {"id": scene.fresh("空", "s"), "number": number, "title": "今後の課題"}
    parent["sections"].append(empty)


@caught_by("name-not-normalised")
def type_a_stray_space(scene: Scene) -> None:
    _, row = scene.random.choice(scene.rows())
    row["name"] = scene.random.choice(["{} ", " {}", "{}　", "{}\u200b"]).format(row["name"])


@caught_by("name-not-normalised")
def type_half_width_kana(scene: Scene) -> None:
    _, row = scene.random.choice(scene.rows())
    row["name"] += "ｻｰﾋﾞｽ"


@caught_by("name-not-normalised")
def forget_to_close_a_bracket(scene: Scene) -> None:
    _, row = scene.random.choice(scene.rows())
    row["name"] += scene.random.choice(["（拡充", "(拡充", "「新", "拡充）"])


@caught_by("missing-id")
def forget_an_id(scene: Scene) -> None:
    home = scene.random.choice(scene.measures())
    fresh = scene.project()
    del fresh["id"]
    home["projects"].append(fresh)


@caught_by("unused-department")
def declare_a_department_for_nothing(scene: Scene) -> None:
    scene.now["departments"].append({"name": "宇宙開発課"})


@caught_by("check-character", draft, adopted_first)
def mistype_an_id(scene: Scene) -> None:
    _, row = scene.random.choice(scene.alone())
    at = scene.random.randrange(2, len(row["id"]))
    other = "7" if row["id"][at] != "7" else "8"
    row["id"] = f"{row['id'][:at]}{other}{row['id'][at + 1 :]}"


@caught_by("duplicate-id", draft, adopted_first)
def copy_a_project_with_its_id(scene: Scene) -> None:
    place, row = scene.random.choice(scene.rows())
    home = scene.random.choice([one for one in scene.measures() if one is not place])
    home["projects"].append(dict(row))


@caught_by("unknown-relisting")
def relist_nobody(scene: Scene) -> None:
    scene.random.choice(scene.measures())["projects"].append({"relists": scene.fresh("誰")})


@caught_by("previous-missing")
def follow_an_edition_that_is_not_there(scene: Scene) -> None:
    scene.now["edition"]["previous"] = "44"
    scene.predecessor = None
    scene.others.append(volume(source("4").edition, "4.yaml"))


@caught_by("removal-unexplained", adopted_later)
def end_a_project_without_a_reason(scene: Scene) -> None:
    place, row = scene.random.choice(scene.continuing())
    place["projects"].remove(row)
    scene.now["lineage"].append({"from": [row["id"]], "to": []})


@caught_by("lineage-cycle")
def let_lineage_go_round(scene: Scene) -> None:
    (_, one), (_, other) = scene.random.sample(scene.continuing(), 2)
    scene.now["lineage"] += [
        {"from": [one["id"]], "to": [other["id"]], "reason": "統合した。"},
        {"from": [other["id"]], "to": [one["id"]], "reason": "統合した。"},
    ]


@caught_by("idle-lineage")
def let_a_project_become_itself(scene: Scene) -> None:
    _, row = scene.random.choice(scene.continuing())
    scene.now["lineage"].append({"from": [row["id"]], "to": [row["id"]], "reason": "統合した。"})


@caught_by("note-without-row")
def keep_a_note_whose_row_is_gone(scene: Scene) -> None:
    (_, row), home = scene.random.choice(scene.rows()), scene.random.choice(scene.measures())
    if any(row["id"] in (one.get("id"), one.get("relists")) for one in home["projects"]):
        home = next(one for one in scene.measures() if row not in one["projects"])
    belongs = [{"project": row["id"], "section": home["id"]}]
    scene.now["published_notes"].append({"text": "注", "belongs_to": belongs})


@caught_by("substantive-rename-unexplained", adopted_later)
def rename_in_substance_without_a_word(scene: Scene) -> None:
    _, row = scene.random.choice(scene.continuing())
    row["name"] = f"新しい{row['name']}への道"


@caught_by("adopted-edition-altered", adopted_first, adopted_later)
def rename_in_an_adopted_edition(scene: Scene) -> None:
    _, row = scene.random.choice(scene.rows())
    row["name"] += "等"


@caught_by("adopted-edition-altered", adopted_first, adopted_later)
def reassign_in_an_adopted_edition(scene: Scene) -> None:
    _, row = scene.random.choice(scene.rows())
    others = [d["name"] for d in scene.now["departments"] if d["name"] not in row["departments"]]
    row["departments"] = [scene.random.choice(others)]


@caught_by("adopted-edition-altered", adopted_first)
def retitle_in_an_adopted_edition(scene: Scene) -> None:
    scene.random.choice(scene.sections())["title"] += "について"


@caught_by("adopted-edition-altered", adopted_first)
def move_in_an_adopted_edition(scene: Scene) -> None:
    place, row = scene.random.choice(scene.listed_once())
    home = scene.random.choice([one for one in scene.measures() if one is not place])
    place["projects"].remove(row)
    home["projects"].append(row)


@caught_by("adopted-edition-altered", adopted_first)
def add_to_an_adopted_edition(scene: Scene) -> None:
    scene.random.choice(scene.measures())["projects"].append(scene.project())


@caught_by("id-removed", adopted_first)
def drop_a_project_of_an_adopted_edition(scene: Scene) -> None:
    place, row = scene.random.choice(scene.listed_once())
    place["projects"].remove(row)


@caught_by("id-altered", adopted_first, draft)
def alter_an_id_between_two_states(scene: Scene) -> None:
    _, row = scene.random.choice(scene.alone())
    row["id"] = scene.fresh(row["name"])


@caught_by("lineage-removed", draft, adopted_later)
def take_lineage_back(scene: Scene) -> None:
    scene.now["lineage"].remove(scene.random.choice(scene.now["lineage"]))


@caught_by("status-went-back", adopted_first, adopted_later)
def make_an_adopted_edition_a_draft(scene: Scene) -> None:
    scene.now["edition"]["status"] = scene.random.choice(["draft", "consultation"])


@caught_by("duplicate-edition")
def copy_an_edition(scene: Scene) -> None:
    scene.others.append(volume(source("5-draft-2").edition, "copy.yaml"))


@caught_by("shared-id")
def copy_a_project_to_another_plan(scene: Scene) -> None:
    _, row = scene.random.choice(scene.rows())
    other = volume(source("4").edition, "other.yaml")
    scene.others.append(other._replace(plan="other", names={row["id"]: row["name"]}))
