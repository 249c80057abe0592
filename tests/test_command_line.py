"""The command line as people use it: whole processes, exit codes, nothing half-written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planversion import read_diff

ROOT = Path(__file__).parents[1]
GOOD = ROOT / "tests/cases/compare/split"
BAD = ROOT / "tests/cases/bad-input/several-at-once/edition.yaml"


def run(*arguments: str, cwd: Path = ROOT, stdin: bytes = b"", **env: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-c", "from planversion.cli import main; main()", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env={**os.environ, "LC_ALL": "C.UTF-8", **env},
        check=False,
    )
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_the_version() -> None:
    code, out, _ = run("--version")
    assert (code, out.split()[0]) == (0, "planversion")


@pytest.mark.parametrize("command", ["diff", "changelog", "table"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_real_plan_is_told_in_both_languages(command: str, language: str) -> None:
    code, out, err = run(command, "4", "5-draft-2", "--lang", language)
    assert (code, err) == (0, "")
    assert "第4期" in out
    assert ("所管変更" in out) == (language == "ja")


def test_editions_are_named_by_id_by_plan_and_by_path() -> None:
    one = run("diff", "4", "5-draft-2")
    plan = "nishitokyo-chiiki-fukushi"
    assert run("diff", f"{plan}@4", f"editions/{plan}/5-draft-2.yaml") == one


def test_standard_input_is_an_edition() -> None:
    new = (GOOD / "new.yaml").read_bytes()
    code, out, _ = run("diff", str(GOOD / "old.yaml"), "-", "--lang", "en", stdin=new)
    assert code == 0
    assert "split 住まいの相談の検討" in out


def test_the_exit_code_says_whether_anything_changed() -> None:
    old, new = str(GOOD / "old.yaml"), str(GOOD / "new.yaml")
    assert run("diff", old, new)[0] == 0
    assert run("diff", old, new, "--exit-code")[0] == 1
    assert run("diff", old, old, "--exit-code")[0] == 0


def test_json_has_positions_and_reads_back() -> None:
    code, out, _ = run("diff", "4", "5-draft-2", "-f", "json")
    assert code == 0
    assert read_diff(out, "diff.json").old.id == "4"
    moved = next(change for change in json.loads(out)["changes"] if change["kind"] == "moved")
    line = moved["positions"]["new"]["line"]
    text = (ROOT / moved["positions"]["new"]["file"]).read_text(encoding="utf-8")
    assert moved["subject"] in text.splitlines()[line - 1]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["show"], 2, "Missing argument"),
        (["nonsense"], 2, "No such command"),
        (["diff", "4", "6"], 3, "no edition called 6"),
        (["diff", "4", "no/such.yaml"], 2, "there is no such file"),
        (["diff", "4", "editions"], 2, "this is a folder"),
        (["diff", "-", "-"], 2, "both editions"),
        (["diff", "4", str(BAD)], 2, "Did you mean departments?"),
        (["diff", "4", str(GOOD / "new.yaml")], 2, "different plans"),
        (["show", "4", "--config", "no.yaml"], 2, "no.yaml"),
        (["changelog", "4", "5-draft-2", "--template", "no.j2"], 2, "template"),
    ],
)
def test_what_cannot_be_done_is_said_and_never_green(
    arguments: list[str], code: int, told: str
) -> None:
    found, out, err = run(*arguments, "--lang", "en") if code != 2 else run(*arguments)
    assert found == code
    assert told in err
    assert out == ""


def test_validate_says_every_problem_and_what_was_read() -> None:
    code, out, _ = run("validate", str(BAD), "4", "--lang", "en")
    assert code == 2
    assert f"{BAD}:6:11" in out
    assert "@4" in out


def test_validate_finds_what_the_rules_find(tmp_path: Path) -> None:
    text = (GOOD / "new.yaml").read_text(encoding="utf-8")
    path = tmp_path / "edition.yaml"
    path.write_text(text.replace("departments: [健康課]", "departments: [健廉課]", 1), "utf-8")
    code, out, _ = run("validate", str(path), "--lang", "en")
    assert code == 1
    assert "error: 1(1) project 1, departments 1: 健廉課 is no declared department" in out
    assert "Did you mean 健康課?" in out


def test_a_level_that_a_repository_decided_holds(tmp_path: Path) -> None:
    text = (GOOD / "new.yaml").read_text(encoding="utf-8")
    (tmp_path / "edition.yaml").write_text(text.replace("[健康課]", "[健廉課]", 1), "utf-8")
    decided = "editions: ['*.yaml']\nlevels: {undeclared-department: 'off'}\n"
    (tmp_path / "planversion.yaml").write_text(decided, "utf-8")
    assert run("validate", "edition.yaml", cwd=tmp_path)[0] == 0


def test_a_level_for_a_rule_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    (tmp_path / "edition.yaml").write_bytes((GOOD / "new.yaml").read_bytes())
    (tmp_path / "planversion.yaml").write_text("levels: {nonsense: error}\n", "utf-8")
    code, _, err = run("validate", "edition.yaml", cwd=tmp_path)
    assert code == 2
    assert "nonsense is no rule" in err


def test_an_unknown_key_of_the_configuration_is_refused(tmp_path: Path) -> None:
    (tmp_path / "planversion.yaml").write_text("edition: ['*.yaml']\n", "utf-8")
    code, _, err = run("validate", "new.yaml", cwd=tmp_path)
    assert code == 2
    assert "Did you mean editions?" in err


def test_a_missing_argument_is_told_in_japanese_word_order() -> None:
    code, _, err = run("show", LC_ALL="ja_JP.UTF-8")
    assert code == 2
    assert "次の引数がありません: 'EDITION'" in err


def test_without_an_edition_there_is_no_input(tmp_path: Path) -> None:
    assert run("validate", cwd=tmp_path)[0] == 3


def test_ids_are_minted_in_place(tmp_path: Path) -> None:
    case = ROOT / "tests/cases/mint/missing"
    path = tmp_path / "edition.yaml"
    path.write_bytes((case / "input.yaml").read_bytes())
    assert run("ids", "check", str(path))[0] == 1
    assert run("ids", "mint", str(path), "--dry-run")[0] == 0
    assert path.read_bytes() == (case / "input.yaml").read_bytes()
    assert run("ids", "mint", str(path))[0] == 0
    assert path.read_bytes() == (case / "expected.yaml").read_bytes()
    assert run("ids", "check", str(path))[0] == 0


def test_fmt_checks_and_writes(tmp_path: Path) -> None:
    case = ROOT / "tests/cases/fmt/slips"
    path = tmp_path / "edition.yaml"
    path.write_bytes((case / "input.yaml").read_bytes())
    assert run("fmt", "--check", str(path))[0] == 1
    assert path.read_bytes() == (case / "input.yaml").read_bytes()
    assert run("fmt", str(path))[0] == 0
    assert path.read_bytes() == (case / "expected.yaml").read_bytes()
    assert run("fmt", "--check", str(path))[0] == 0


def test_output_goes_to_a_file_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "changes.md"
    assert run("changelog", "4", "5-draft-2", "-o", str(path)) == (0, "", "")
    assert path.read_text(encoding="utf-8") == run("changelog", "4", "5-draft-2")[1]


def test_colour_is_for_terminals_and_on_request() -> None:
    assert "\x1b[" not in run("diff", "4", "5-draft-2")[1]
    assert "\x1b[" in run("diff", "4", "5-draft-2", "--color", "always")[1]


def test_a_template_of_ones_own(tmp_path: Path) -> None:
    template = tmp_path / "mine.md.j2"
    template.write_text(
        "# {{ new.plan.title|md }}\n"
        "{% for chapter in chapters %}{{ chapter.goal }}: {{ chapter.changes|length }}\n"
        "{% for group in chapter.groups %}{% for change in group.changes %}"
        "{{ change|told }}\n{% endfor %}{% endfor %}{% endfor %}",
        encoding="utf-8",
    )
    code, out, _ = run("changelog", "4", "5-draft-2", "--template", str(template))
    assert code == 0
    assert out.startswith("# 西東京市地域福祉計画\n1 一人一人が活躍する地域づくり: ")


@pytest.mark.parametrize("text", ["{% for %}", "{{ nothing }}", "{{ ().__class__.__mro__ }}"])
def test_a_template_that_fails_is_refused(tmp_path: Path, text: str) -> None:
    template = tmp_path / "mine.md.j2"
    template.write_text(text, encoding="utf-8")
    code, out, err = run("changelog", "4", "5-draft-2", "--template", str(template))
    assert (code, out) == (2, "")
    assert "mine.md.j2" in err


@pytest.mark.parametrize("of", ["edition", "diff", "config"])
def test_schemas_are_printed(of: str) -> None:
    assert json.loads(run("schema", of)[1])["$schema"].endswith("2020-12/schema")


def test_the_same_bytes_under_any_hash_seed_and_locale() -> None:
    one = run("diff", "4", "5-draft-2", "-f", "json", PYTHONHASHSEED="1", TZ="UTC")
    other = run("diff", "4", "5-draft-2", "-f", "json", PYTHONHASHSEED="2", TZ="Asia/Tokyo")
    assert one == other


def test_errors_speak_the_language_of_the_locale() -> None:
    assert "ありません" in run("diff", "4", "6", LC_ALL="ja_JP.UTF-8")[2]
    assert "ありません" in run("diff", "4", "6", "--lang", "ja")[2]


def shell(script: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A script in which `planversion` is the command."""
    command = f'{sys.executable} -c "from planversion.cli import main; main()"'
    return subprocess.run(
        ["sh", "-c", f'planversion() {{ {command} "$@"; }}; {script}'],
        cwd=cwd,
        capture_output=True,
        text=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        check=False,
    )


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("planversion diff 4 5-draft-2 >&-", "<stdout>"),
        ("planversion diff 4 5-draft-2 >/dev/full", "the disk is full"),
        ("planversion show - <&-", "standard input is closed"),
    ],
)
def test_streams_that_are_closed_or_full_are_no_defect_and_never_green(
    script: str, told: str
) -> None:
    done = shell(script, ROOT)
    assert (done.returncode, told in done.stderr) == (2, True)
    assert "defect" not in done.stderr


def test_output_goes_into_a_pipe_and_never_over_an_input(tmp_path: Path) -> None:
    for name in ("old.yaml", "new.yaml"):
        (tmp_path / name).write_bytes((GOOD / name).read_bytes())
    through = "mkfifo p; (cat p > read &) ; planversion show new.yaml -o p; test -p p"
    assert shell(through, tmp_path).returncode == 0
    over = shell("planversion diff old.yaml new.yaml -f text -o new.yaml", tmp_path)
    assert (over.returncode, "Name another file" in over.stderr) == (2, True)
    assert (tmp_path / "new.yaml").read_bytes() == (GOOD / "new.yaml").read_bytes()


def test_an_interrupt_is_no_finding() -> None:
    command = [sys.executable, "-c", "from planversion.cli import main; main()", "show", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, cwd=ROOT) as process:
        # It waits for standard input when the interrupt comes.
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130


def test_lines_keep_their_ends_and_standard_input_is_rewritten_too(tmp_path: Path) -> None:
    source = (GOOD / "new.yaml").read_bytes()
    form = run("fmt", "-", stdin=source)[1].encode()
    (tmp_path / "crlf.yaml").write_bytes(form.replace(b"\n", b"\r\n"))
    assert run("fmt", "--check", str(tmp_path / "crlf.yaml"))[0] == 0
    assert run("fmt", "--check", "-", stdin=form)[:2] == (0, "")
    assert run("ids", "mint", "-", stdin=source)[:2] == (0, source.decode())
    assert run("ids", "check", "-", stdin=source)[0] == 0


@pytest.mark.parametrize(
    ("config", "told"),
    [
        ("editons: [a]\n", "planversion.yaml:1:1: editons is no key that can stand here"),
        ("language: 3\n", "planversion.yaml:1:11: language"),
        ("levels: {mising-id: 'off'}\n", "Did you mean missing-id?"),
    ],
)
def test_a_slip_in_the_configuration_is_told_at_its_place(
    tmp_path: Path, config: str, told: str
) -> None:
    (tmp_path / "new.yaml").write_bytes((GOOD / "new.yaml").read_bytes())
    (tmp_path / "planversion.yaml").write_text(config, encoding="utf-8")
    code, _, err = run("validate", "new.yaml", cwd=tmp_path)
    assert (code, told in err) == (2, True)


def test_a_pattern_that_leads_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "planversion.yaml").write_text("editions: ['/etc/*.yaml']\n", encoding="utf-8")
    code, _, err = run("validate", cwd=tmp_path)
    assert (code, "is no pattern of paths" in err) == (2, True)


def test_an_edition_that_is_not_found_may_be_in_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "new.yaml").write_bytes((GOOD / "new.yaml").read_bytes())
    (tmp_path / "broken.yaml").write_text("schema: 1\n", encoding="utf-8")
    (tmp_path / "planversion.yaml").write_text("editions: ['*.yaml']\n", encoding="utf-8")
    code, _, err = run("show", "7", cwd=tmp_path)
    assert (code, "Known here: 2. Not readable: broken.yaml" in err) == (3, True)


def test_the_names_of_levels_are_hostile_text_too(tmp_path: Path) -> None:
    for name in ("old.yaml", "new.yaml"):
        text = (ROOT / "tests/cases/compare/section-renamed" / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace("施策", '"<b>|\\e[31m"'), encoding="utf-8")
    for command in ("diff", "changelog", "table"):
        out = run(command, "old.yaml", "new.yaml", cwd=tmp_path)[1]
        assert "\x1b" not in out
        assert "x1b" in out  # told, as its code
        assert command == "diff" or "<b>" not in out


def test_a_configuration_may_be_empty_and_is_no_edition(tmp_path: Path) -> None:
    (tmp_path / "new.yaml").write_bytes((GOOD / "new.yaml").read_bytes())
    (tmp_path / "planversion.yaml").write_text("# nothing\n", encoding="utf-8")
    assert run("validate", "new.yaml", cwd=tmp_path)[0] == 0
    (tmp_path / "planversion.yaml").write_text("editions: ['*.yaml']\n", encoding="utf-8")
    assert run("validate", cwd=tmp_path)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--help"], "行政計画を版で管理する"),
        (["diff", "--help"], "使い方: planversion diff"),
        (["fmt", "--help"], "標準の書き方"),
        (["show"], "引数がありません"),
        (["nonsense"], "というコマンドはありません"),
    ],
)
def test_help_and_slips_are_told_in_japanese(arguments: list[str], told: str) -> None:
    _, out, err = run(*arguments, LC_ALL="ja_JP.UTF-8")
    assert told in out + err
    assert told not in "".join(run(*arguments)[1:])


def test_the_level_that_fails_is_asked_for() -> None:
    case = ROOT / "tests/cases/check/number-gap/edition.yaml"
    assert run("validate", str(case))[0] == 0
    assert run("validate", str(case), "--fail-on", "warning")[0] == 1
    worst = ROOT / "tests/cases/check/several-worst-first/edition.yaml"
    assert run("validate", str(worst))[0] == 1
    assert run("validate", str(worst), "--fail-on", "never")[0] == 0
