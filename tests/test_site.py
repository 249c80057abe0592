"""A site of a plan: every page is there, every link leads somewhere, nothing hostile is alive."""

from __future__ import annotations

import csv
import io
import json
import re
import string
import subprocess
import sys
from xml.etree import ElementTree as ET

import feedparser
import pytest

from planversion import compare
from planversion.comparing import Comparison
from planversion.messages import Language
from planversion.policy import TableLayout
from planversion.publishing import Extras, Tabling, addresses, series
from repositories import FIRST, SECOND
from sites import REAL, Files, edition, index, made, real, seen, target

HOSTILE = [
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "]]></script><img src=x onerror=alert(1)>",
    "\u202eevil\u2066\u200b",
    "𠮷野家👩\u200d👩\u200d👧事業",
    "\u2028\u2029'\"`${alert(1)}\\",
    "長" * 10_000,
]
BASE = "https://example.org/plan/"


@pytest.fixture(scope="module")
def plan() -> Files:
    return real(Extras(sources={"4": (REAL / "4.yaml").read_bytes()}))


def pages(of: Files) -> dict[str, bytes]:
    return {path: content for path, content in of.items() if path.endswith(".html")}


def test_every_link_of_the_real_plan_leads_to_a_page_and_a_place_on_it(plan: Files) -> None:
    anchors = {path: seen(page).ids for path, page in pages(plan).items()}
    for path, page in pages(plan).items():
        assert len(set(anchors[path])) == len(anchors[path]), path
        for address in seen(page).addresses:
            to, anchor = target(path, address)
            assert to in plan, f"{path}: {address}"
            assert not anchor or anchor in anchors[to], f"{path}: {address}"


def test_everybody_who_was_ever_listed_has_a_page_and_a_copy_for_programs(plan: Files) -> None:
    for name in ("4", "5-draft-2"):
        side = edition(REAL / f"{name}.yaml").outline
        for subject in (*side.projects, *side.places):
            assert f"id/{subject}.html" in plan
            assert f"id/{subject}.json" in plan


def test_every_page_can_be_reached_from_the_first(plan: Files) -> None:
    found, waiting = set(), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in found or not path.endswith(".html"):
            continue
        found.add(path)
        waiting += [target(path, address)[0] for address in seen(plan[path]).addresses]
    assert found == pages(plan).keys() - {"404.html"}


def test_addresses_are_relative_so_that_it_works_below_any_path(plan: Files) -> None:
    for path, page in pages(plan).items():
        for address in seen(page).addresses:
            assert not address.startswith(("/", "http:", "https:")), f"{path}: {address}"


def test_who_was_merged_is_told_at_once_with_why_and_whom_it_became(plan: Files) -> None:
    page = plan["id/p-1h0dg7p104.html"].decode()
    answer = page[page.index('class="answer"') : page.index('class="strip"')]
    assert "案で統合" in answer
    assert "「共生」や「インクルーシブ」をテーマとした講座の実施" in seen(answer.encode()).text
    assert "公民館の五つの講座が一つのテーマの講座にまとまった" in answer


def test_a_project_that_goes_on_shows_the_characters_that_changed() -> None:
    renamed = SECOND.replace("健康相談の実施", "健康相談の充実")
    page = made(FIRST, renamed)["id/p-nq16wz4e4h.html"].decode()
    assert "<del>実施</del>" in page
    assert "<ins>充実</ins>" in page
    assert '<p class="state lasting">継続</p>' in page


def test_a_copy_of_a_project_holds_its_life(plan: Files) -> None:
    found = json.loads(plan["id/p-1h0dg7p104.json"])
    assert found["state"] == "ending"
    old, new = found["editions"]
    assert old["record"]["name"] == "現代社会を考える講座"
    assert new["record"] is None
    assert [one["kind"] for one in new["changes"]] == ["merged"]


def test_a_copy_of_an_edition_has_a_line_a_placement_in_which_nothing_is_computed() -> None:
    files = made(FIRST.replace("健康相談の実施", "=1+1"))
    [head, *rows] = csv.reader(io.StringIO(files["editions/1.csv"].decode("utf-8-sig")))
    listed = edition(FIRST).outline.rows
    assert len(rows) == sum(map(len, listed.values()))
    assert "'=1+1" in {row[head.index("name")] for row in rows}


def test_the_file_of_an_edition_lies_beside_it_to_the_byte(plan: Files) -> None:
    assert plan["editions/4.yaml"] == (REAL / "4.yaml").read_bytes()


def test_a_site_is_the_same_in_every_process() -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "from hashlib import sha256\nfrom sites import real\n"
        "print(sha256(repr(sorted(real().items())).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=REAL.parents[1],
            env={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("77", "Asia/Tokyo"))
    }
    assert len(digests) == 1


# Hostile names


@pytest.fixture(scope="module", params=range(len(HOSTILE)))
def hostile(request: pytest.FixtureRequest) -> tuple[str, Files]:
    text = HOSTILE[request.param]
    return text, made(spoiled(FIRST, text), spoiled(SECOND, text))


def spoiled(source: str, text: str) -> str:
    """An edition in which a project, a section, a department and the edition are called so."""
    plain = string.ascii_letters + string.digits
    said = "".join(one if one in plain else f"\\U{ord(one):08x}" for one in text)
    for name in ("健康相談の実施", "支え合うまち", "健康課", "第1期", "第2期"):
        source = re.sub(f"{name}(?=[\\n\\]}}])", lambda _: f'"{said}"', source)
    return source


def test_a_hostile_name_is_inert_on_every_page(hostile: tuple[str, Files]) -> None:
    clean = made(FIRST, SECOND)
    allowed = {element for page in pages(clean).values() for element in seen(page).elements}
    for path, page in pages(hostile[1]).items():
        found = seen(page)
        assert found.elements <= allowed, path
        assert found.handlers == []
        assert not set("\u202e\u2066\u2028") & set(page.decode()), path


def test_a_hostile_name_is_read_from_the_copies_as_it_was(hostile: tuple[str, Files]) -> None:
    text, files = hostile
    names = {
        json.loads(of)["name"]
        for path, of in files.items()
        if path.startswith("id/") and path.endswith("json")
    }
    assert text in names


def test_a_hostile_name_is_no_more_than_a_string_in_scripts(hostile: tuple[str, Files]) -> None:
    text, files = hostile
    assert text in {row[1] for row in index(files).rows}
    for path, content in files.items():
        if path.startswith("search/"):
            assert content.isascii()
            assert b"<" not in content


def test_only_ids_become_names_of_files(hostile: tuple[str, Files]) -> None:
    for path in hostile[1]:
        assert path.isascii()
        assert not set(path) & set("<>\"'`$\\ :*?|")


def test_an_address_that_could_be_a_script_is_no_link() -> None:
    source = "sources:\n  - {id: a, title: t, url: 'javascript:alert(1)'}\n"
    page = made(FIRST.replace("sections:", f"{source}sections:", 1))["editions/1.html"]
    assert b"javascript:" not in page


# Search


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("出前講座", "出前講座の実施"),
        ("ほっとネット", "ほっとネット推進員の発掘・育成"),
        ("ﾎｯﾄﾈｯﾄ", None),
        ("p-4hy7jzpfnq", "出前講座の実施"),
        ("現代社会を考える", "現代社会を考える講座"),
        ("スポーツ振興課", "スポーツ振興課"),
        ("ｽﾎﾟｰﾂ振興課", "スポーツ振興課"),
    ],
)
def test_what_is_sought_is_found_first(plan: Files, query: str, name: str | None) -> None:
    found = index(plan).find(query)
    assert (found[0] if found else None) == name


def test_one_character_is_enough_and_one_outside_the_first_plane_too() -> None:
    files = made(FIRST.replace("健康相談の実施", "𠮷"))
    assert index(files).find("𠮷") == ["𠮷"]


def test_a_name_of_former_editions_finds_what_it_is_called_now(plan: Files) -> None:
    assert index(plan).find("介護支援ボランティア制度の充実") == ["介護支援ボランティアの活動促進"]


def test_a_result_says_where_it_stands_in_which_editions_and_that_it_ended(plan: Files) -> None:
    rows = {row[1]: row for row in index(plan).rows}
    address, _, detail = rows["現代社会を考える講座"]
    assert address == "id/p-1h0dg7p104.html"
    assert detail == "案で統合、第4期、6(1)① 心のバリアフリーの推進"


# The order of editions, and what is compared


def drafts() -> list[str]:
    """An edition, two drafts of the next that revise each other, and what was adopted."""
    ids = ("2-a",), ("2-b", "2-a"), ("2", "2-b")
    found = [_named(*one) for one in ids]
    return [found[2], found[1], FIRST, found[0]]


def _named(name: str, revises: str | None = None) -> str:
    said = f"id: '{name}'" + (f"\n  revises: '{revises}'" if revises else "")
    return SECOND.replace("id: '2'", said, 1)


def test_editions_stand_in_the_order_in_which_they_name_each_other() -> None:
    of = series(map(edition, drafts()))
    assert [one.id for one in of.editions] == ["1", "2-a", "2-b", "2"]
    newest = of.editions[-1]
    assert [of.before(newest).id, of.published_before(newest).id] == ["2-b", "1"]  # type: ignore[union-attr]


def test_any_two_editions_are_compared() -> None:
    files = made(*drafts())
    for old, new in (
        ("1", "2-a"),
        ("1", "2-b"),
        ("1", "2"),
        ("2-a", "2-b"),
        ("2-a", "2"),
        ("2-b", "2"),
    ):
        assert f"changes/{old}/{new}.html" in files
    assert "changes/1/2.json" in files
    assert "changes/2-a/2.json" not in files


def test_a_plan_of_one_edition_has_a_site() -> None:
    files = made(FIRST)
    assert {"index.html", "editions/1.html", "projects.html"} <= files.keys()
    assert not any(path.startswith("changes/") for path in files)


# What needs an address


def test_a_map_and_permanent_addresses_are_whole_where_the_site_will_stand_is_known() -> None:
    files = real(Extras(base=BASE))
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    places = {one.text for one in ET.fromstring(files["sitemap.xml"]).iter(f"{space}loc")}
    assert places == {BASE + path for path in pages(files) if path != "404.html"}
    assert f"{BASE}id/p-1h0dg7p104" in files["id/p-1h0dg7p104.html"].decode()
    assert b"Sitemap: https://example.org/plan/sitemap.xml" in files["robots.txt"]
    assert BASE in files["404.html"].decode()


def test_without_an_address_there_is_no_map(plan: Files) -> None:
    assert not {"sitemap.xml", "robots.txt"} & plan.keys()


def test_a_feed_tells_of_editions_that_say_when_they_were_adopted() -> None:
    dated = SECOND.replace("status: adopted", "status: adopted\n  adopted_on: 2026-03-26", 1)
    files = made(FIRST, dated, extras=Extras(base=BASE))
    read = feedparser.parse(files["feed.xml"])
    assert not read.bozo
    assert [one.link for one in read.entries] == [f"{BASE}changes/1/2.html"]
    assert b'href="feed.xml"' in files["index.html"]
    assert "feed.xml" not in made(FIRST, SECOND)


def test_a_table_is_made_by_whoever_is_given() -> None:
    def table(comparison: Comparison, layout: TableLayout, language: Language, above: str) -> str:
        assert comparison.diff == compare(edition(FIRST), edition(SECOND)).diff
        return f"{above}<p>{layout.paper} {language} table</p>"

    tables = Tabling(TableLayout(paper="a3"), table)
    files = made(FIRST, SECOND, extras=Extras(tables=tables))
    assert files["tables/1/2.html"].endswith(b"<p>a3 ja table</p>")
    back = seen(files["tables/1/2.html"]).addresses
    assert back == ["../../index.html", "../../changes/1/2.html"]
    assert "../../tables/1/2.html" in seen(files["changes/1/2.html"]).addresses


def test_a_comparison_is_drawn_with_its_numbers_and_a_series_as_a_timeline(plan: Files) -> None:
    page = plan["changes/4/5-draft-2.html"].decode()
    assert page.count("<svg") == 6  # the flow and the departments, each in three sizes
    assert "timeline-broad" not in plan["index.html"].decode()
    third = SECOND.replace("id: '2'", "id: '3'").replace("previous: '1'", "previous: '2'")
    home = made(FIRST, SECOND, third)["index.html"].decode()
    assert 'id="timeline-broad-title"' in home


def test_a_department_that_gave_projects_is_not_told_as_succeeded(plan: Files) -> None:
    page = plan[addresses.department("都市計画課")].decode()
    assert "事業の移管先:" in page
    assert "引き継いだ課" not in page
    assert "引き継いだ課" in plan[addresses.department("生活福祉課")].decode()
