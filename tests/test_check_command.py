"""`check`, `waive`, `baseline`, `rules` and `explain` as people and CI run them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planversion.rules import RULE_IDS
from repositories import FIRST, SECOND, Folder, Ran

SLIP = SECOND.replace("[健康課]", "[健廉課]", 1)
LOST = SECOND[: SECOND.index("lineage:")]


@pytest.fixture
def city(tmp_path: Path) -> Folder:
    """Two editions, committed."""
    folder = Folder(tmp_path)
    folder.git("init", "--quiet", "--initial-branch=main")
    folder.commit(**{"1": FIRST, "2": SECOND})
    return folder


def check(city: Folder, *arguments: str) -> Ran:
    return city.run("check", "--lang", "en", *arguments)


def test_all_editions_and_their_steps_are_looked_at(city: Folder) -> None:
    ran = check(city)
    assert ran.code == 0
    assert "editions/2.yaml (case@2), findings: 0, held against 1" in ran.out
    assert ran.out.splitlines()[-1].startswith("Nothing was found.")


def test_a_project_that_vanished_is_told_with_the_yaml_that_mends_it(city: Folder) -> None:
    city.write("editions/2.yaml", LOST)
    ran = check(city)
    assert ran.code == 1
    assert "[project-vanished]" in ran.out
    assert "- {from: [p-9meh30xrqe], to: [], reason: …}" in ran.out
    assert "it stood at editions/1.yaml:" in ran.out


def test_validate_looks_at_each_edition_by_itself(city: Folder) -> None:
    city.write("editions/2.yaml", LOST)
    assert city.run("validate", "editions/2.yaml").code == 0
    assert city.run("check", "editions/2.yaml").code == 1


def test_with_a_base_only_what_differs_is_looked_at(city: Folder) -> None:
    assert check(city, "--base", "HEAD").out.startswith("No edition is altered.")
    city.write("editions/1.yaml", FIRST.replace("健康相談の実施", "健康相談の充実", 1))
    ran = check(city, "--base", "HEAD")
    assert ran.code == 1
    assert "[adopted-edition-altered]" in ran.out
    assert "editions/2.yaml" not in ran.out


def test_a_new_file_is_fine_and_a_file_that_is_gone_is_not(city: Folder) -> None:
    third = SECOND.replace("id: '2'", "id: '3'").replace("previous: '1'", "previous: '2'")
    city.write("editions/3.yaml", third[: third.index("lineage:")])
    assert check(city, "--base", "HEAD").code == 0
    (city.path / "editions/1.yaml").unlink()
    ran = check(city, "--base", "HEAD", "-f", "json")
    assert ran.code == 1
    assert "edition-removed" in {one["rule"] for one in json.loads(ran.out)["findings"]}


def test_a_file_that_moved_is_still_the_same_edition(city: Folder) -> None:
    city.git("mv", "editions/1.yaml", "editions/第一.yaml")
    assert check(city, "--base", "HEAD").code == 0


def test_a_change_that_mends_a_broken_file_passes(city: Folder) -> None:
    city.commit(**{"2": "schema: 1\nplan: {"})
    city.write("editions/2.yaml", SECOND)
    ran = check(city, "--base", "HEAD", "-f", "json")
    assert ran.code == 0
    # But nobody should believe that what the change alters was looked at.
    found = json.loads(ran.out)["findings"]
    assert [(one["rule"], one["level"]) for one in found] == [("base-unreadable", "warning")]


def test_a_broken_file_is_an_error_in_every_format(city: Folder) -> None:
    city.write("editions/2.yaml", "schema: 1\nplan: {")
    for form in ("text", "json", "markdown", "sarif", "github", "gitlab", "junit"):
        ran = check(city, "--base", "HEAD", "-f", form)
        assert ran.code == 2
        assert "editions/2.yaml" in ran.out


def test_an_unknown_base_is_an_error_and_no_pass(city: Folder) -> None:
    for base in ("nowhere", "--output=x", "HEAD~9"):
        ran = check(city, f"--base={base}")
        assert ran.code == 2
        assert "unknown revision" in ran.err


def test_the_merge_base_is_where_the_branch_began(city: Folder) -> None:
    city.git("switch", "--quiet", "-c", "draft")
    third = SECOND.replace("id: '2'", "id: '3'").replace("previous: '1'", "previous: '2'")
    city.commit(**{"3": third[: third.index("lineage:")]})
    city.git("switch", "--quiet", "main")
    city.commit(**{"1": FIRST.replace("label: 第1期", "label: 第一期")})
    city.git("switch", "--quiet", "draft")
    assert check(city, "--base", "main").code == 1
    assert check(city, "--base", "main", "--merge-base").code == 0


def test_files_that_are_handed_over_are_looked_at_and_others_known(city: Folder) -> None:
    city.write("editions/2.yaml", LOST)
    assert check(city, "editions/1.yaml").code == 0
    assert check(city, "editions/2.yaml").code == 1
    city.write("planversion.yaml", "editions: [editions/*.yaml]\n")
    assert check(city, "planversion.yaml", "editions/1.yaml").code == 0


def test_levels_are_decided_by_configuration_and_command_line(city: Folder) -> None:
    city.write("editions/2.yaml", SLIP)
    assert check(city).code == 1
    assert check(city, "--ignore", "undeclared-department").code == 0
    assert check(city, "--select", "number-gap").code == 0
    assert check(city, "--rule", "undeclared-department=warning").code == 0
    assert check(city, "--rule", "undeclared-department=warning", "--fail-on", "warning").code == 1
    assert check(city, "--exit-zero").code == 0
    city.write(
        "planversion.yaml",
        "overrides:\n  - paths: [editions/2*]\n    levels: {undeclared-department: 'off'}\n",
    )
    assert check(city).code == 0
    city.write("planversion.yaml", "levels: {undeclared-departmnt: 'off'}\n")
    ran = check(city)
    assert ran.code == 2
    assert "Did you mean undeclared-department?" in ran.err
    assert check(city, "--select", "undeclared-departmnt").code == 2
    city.write("planversion.yaml", "levels: {duplicate-id: 'off'}\n")
    assert "can't be decided" in check(city).err


def test_paths_of_overrides_hold_from_a_folder_below_and_for_what_is_gone(city: Folder) -> None:
    city.write(
        "planversion.yaml",
        "overrides:\n  - paths: [editions/2*]\n"
        "    levels: {undeclared-department: 'off', edition-removed: info}\n",
    )
    path = city.write("editions/2.yaml", SLIP)
    assert city.below("editions").run("check").code == 0
    assert city.below("editions").run("validate", "2.yaml").code == 0
    path.unlink()
    assert check(city, "--base", "HEAD").code == 0


def test_a_waiver_is_written_counts_until_its_day_and_is_told_when_stale(city: Folder) -> None:
    city.write("editions/2.yaml", SLIP)
    finding = json.loads(check(city, "-f", "json").out)["findings"][0]
    reason = '議会の: "議決" #1\u2028による'
    given = ("--reason", reason, "--who", "企画課", "--until", "2027-03-31")
    assert city.run("waive", finding["fingerprint"], *given).code == 0
    report = json.loads(check(city, "-f", "json").out)
    assert [one["fingerprint"] for one in report["waived"]] == [finding["fingerprint"]]
    assert check(city, "--today", "2027-03-31").code == 0
    late = check(city, "--today", "2027-04-01")
    assert late.code == 1
    assert "[waiver-expired]" in late.out
    assert "planversion-waivers.yaml:2:" in late.out
    city.write("editions/2.yaml", SECOND)
    stale = check(city)
    assert stale.code == 0
    assert "[waiver-stale]" in stale.out


def test_waivers_are_added_behind_those_that_are_there(city: Folder) -> None:
    head = "# accepted by the council\nwaivers: []\n"
    path = city.write("planversion-waivers.yaml", head)
    city.write("editions/2.yaml", SLIP)
    assert city.run("baseline", "--reason", "as it is").code == 0
    assert check(city).code == 0
    city.write("editions/2.yaml", SLIP.replace("[住宅課]", "[住居課]"))
    assert check(city).code == 1
    assert city.run("baseline", "--reason", "as it is").code == 0
    assert check(city).code == 0
    assert path.read_text(encoding="utf-8").startswith("# accepted by the council\nwaivers:\n")


def test_a_fingerprint_that_nobody_has_is_refused(city: Folder) -> None:
    ran = city.run("waive", "0123456789abcdef", "--reason", "x")
    assert ran.code == 2
    assert not (city.path / "planversion-waivers.yaml").exists()


def test_what_is_no_fingerprint_is_told_as_that(city: Folder) -> None:
    waiver = "waivers:\n  - {rule: number-gap, fingerprint: abc, reason: x}\n"
    city.write("planversion-waivers.yaml", waiver)
    ran = check(city)
    assert ran.code == 2
    assert "abc is no fingerprint of a finding. Copy it from where planversion check" in ran.err


def test_waivers_that_cannot_be_read_are_an_error(city: Folder) -> None:
    city.write("planversion-waivers.yaml", "waivers:\n  - {rule: x, finger: y}\n")
    ran = check(city)
    assert ran.code == 2
    assert "planversion-waivers.yaml:2:" in ran.err
    assert "Did you mean" in ran.err


def test_several_formats_in_one_run(city: Folder) -> None:
    city.write("editions/2.yaml", SLIP)
    ran = check(city, "-f", "github", "-f", "sarif:報告.sarif", "-f", "json:report.json")
    assert ran.code == 1
    assert ran.out.startswith("::error file=editions/2.yaml,line=")
    assert json.loads((city.path / "報告.sarif").read_text(encoding="utf-8"))["runs"]
    assert check(city, "-f", "json", "-f", "text").code == 2
    assert "Did you mean sarif?" in check(city, "-f", "sarf").err


def test_nothing_to_check_is_said(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    assert folder.run("check").code == 3
    folder.write("editions/1.yaml", FIRST)
    assert folder.run("check").code == 0
    assert folder.run("check", "--base", "HEAD").code == 2


def test_what_is_known_of_other_editions_may_be_damaged(city: Folder, tmp_path: Path) -> None:
    def run() -> Ran:
        return city.run("check", "editions/2.yaml", XDG_CACHE_HOME=str(tmp_path / "cache"))

    before = run()
    kept = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    for damaged in (b"", b"{", b"[]", b'{"file": 1}'):
        for path in kept:
            path.write_bytes(damaged)
        assert run() == before


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_rule_is_listed_and_explained(city: Folder, language: str) -> None:
    listed = city.run("rules", "--lang", language).out
    assert [line.split()[0] for line in listed.splitlines()] == list(RULE_IDS)
    assert [one["id"] for one in json.loads(city.run("rules", "-f", "json").out)] == list(RULE_IDS)
    told = city.run("explain", "project-vanished", "--lang", language).out
    assert told.startswith("project-vanished\n\n")
    assert ("前の版の事業" in told) == (language == "ja")
    assert city.run("explain", "project-vanishd").code == 2
