"""Templates of users: every documented word is there, and the examples do what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html as parser

from golden import Golden
from planversion.comparing import Comparison, compare
from planversion.errors import UsageError
from planversion.rendering.templates import _words, filled
from planversion.rendering.whereabouts import speaker_of
from planversion.yamltext import read_edition

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs/examples"
GUIDE = (ROOT / "docs/guide/templates.md").read_text(encoding="utf-8")
EXPECTED = ROOT / "tests/cases/changelog"
REAL = ROOT / "editions/nishitokyo-chiiki-fukushi"
CASE = ROOT / "tests/cases/compare/split"
ROWS = re.compile(r"^\| (`.*?`) \|(.*)\|$", re.MULTILINE)
EVERYWHERE = """\
{{% for chapter in {chapters} %}}{{% for group in chapter.groups %}}
{{% for change in group.changes %}}
{printed}
{{% endfor %}}{{% endfor %}}{{% endfor %}}"""


def compared(folder: Path, old: str, new: str) -> Comparison:
    sources = (read_edition((folder / f"{one}.yaml").read_bytes(), one) for one in (old, new))
    return compare(*(source.edition for source in sources))


@pytest.fixture(scope="module")
def real() -> Comparison:
    return compared(REAL, "4", "5-draft-2")


def documented() -> list[str]:
    """Every expression in the tables of the guide, in either column."""
    cells = (cell for row in ROWS.findall(GUIDE) for cell in row)
    found = [one.replace("\\|", "|") for cell in cells for one in re.findall(r"`(.*?)`", cell)]
    return [one for one in found if not one.startswith(("--", "md", "html"))]


@pytest.mark.parametrize("chapters", ["chapters", "departments", "kinds"])
def test_every_word_of_the_guide_can_be_printed(
    real: Comparison, chapters: str, tmp_path: Path
) -> None:
    words = [one for one in documented() if chapters == "chapters" or one != "chapter.goal"]
    assert len(words) > 25
    printed = "\n".join(f"{word}: {{{{ {word} }}}}" for word in words if word != "default()")
    text = EVERYWHERE.format(chapters=chapters, printed=printed) + "{{ default() }}"
    (tmp_path / "all.j2").write_text(text, encoding="utf-8")
    told = filled("all.j2", tmp_path, real, "ja")
    assert all(f"\n{word}: " in told for word in words if word != "default()")


def test_the_guide_documents_every_word_there_is(real: Comparison) -> None:
    known = set(documented())
    there = _words(real, "goal", speaker_of(real, "ja"))
    assert {name for name in there if name != "default"} <= known
    for view in ("chapters", "departments", "kinds"):
        for chapter in there[view]:  # type: ignore[attr-defined]
            assert {f"chapter.{name}" for name in chapter} <= known
            for group in chapter["groups"]:
                assert {f"group.{name}" for name in group} <= known


@pytest.mark.parametrize("by", ["goal", "department", "kind"])
def test_the_default_is_grouped_as_asked(real: Comparison, by: str, tmp_path: Path) -> None:
    (tmp_path / "same.j2").write_text("{{ default() }}", encoding="utf-8")
    expected = (EXPECTED / f"{by}.ja.md").read_text(encoding="utf-8")
    assert filled("same.j2", tmp_path, real, "ja", by) == expected  # type: ignore[arg-type]


def test_the_press_notice_reads_as_expected(real: Comparison, golden: Golden) -> None:
    golden(EXPECTED / "press-notice.md", filled("press-notice.md.j2", EXAMPLES, real, "ja"))


def test_the_part_of_a_web_page_reads_as_expected(real: Comparison, golden: Golden) -> None:
    golden(EXPECTED / "changes.html", filled("changes.html.j2", EXAMPLES, real, "ja"))


def test_the_example_of_the_guide_works(real: Comparison, tmp_path: Path) -> None:
    [example] = re.findall(r"```jinja\n(.*?)```", GUIDE, re.DOTALL)
    (tmp_path / "example.j2").write_text(example, encoding="utf-8")
    assert filled("example.j2", tmp_path, real, "ja").startswith("# 西東京市地域福祉計画\n")


@pytest.mark.parametrize("template", ["press-notice.md.j2", "changes.html.j2"])
def test_what_a_plan_says_is_inert_in_the_examples(template: str, tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script> ]]> [x](javascript:alert(1))"
    for name in ("old", "new"):
        text = (CASE / f"{name}.yaml").read_text(encoding="utf-8")
        for said in (
            "住宅課",
            "住まいの相談の実施",
            "支え合うまち",
            "見本計画",
            "相談と情報に分けた。",
        ):
            text = text.replace(said, f"'{hostile}'")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    told = filled(template, EXAMPLES, compared(tmp_path, "old", "new"), "ja")
    assert "<script>" not in told.replace("\\<", "")
    if template.endswith("html.j2"):
        assert hostile in parser.fromstring(told).text_content()
    else:
        assert not re.search(r"(?<!\\)\]\(", told)


def test_a_template_with_a_word_that_is_not_there_fails(real: Comparison, tmp_path: Path) -> None:
    (tmp_path / "bad.j2").write_text("{{ departments[0].formerly }}", encoding="utf-8")
    with pytest.raises(UsageError):
        filled("bad.j2", tmp_path, real, "ja")
