"""The action's steps run as a runner runs them: bash, a fake event, files for outputs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
EDITION = ROOT / "editions/nishitokyo-chiiki-fukushi"
GH = """#!/usr/bin/env bash
printf '%s\\n' "$*" >>"$GH_LOG"
case "$*" in
  *--paginate*) printf '%s' "$GH_COMMENTS" ;;
  *) for one in "$@"; do [ "${last:-}" = --input ] && cp "$one" "$GH_LOG.body"; last="$one"; done
     echo https://example.org/comment ;;
esac
"""
Step = Callable[..., "Ran"]


class Ran:
    """What a step did."""

    def __init__(self, done: subprocess.CompletedProcess[str], folder: Path) -> None:
        self.code, self.said = done.returncode, done.stdout + done.stderr
        lines = (folder / "output").read_text(encoding="utf-8").splitlines()
        self.outputs = dict(line.split("=", 1) for line in lines)
        self.summary = (folder / "summary").read_text(encoding="utf-8")


def git(repository: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Officer", "-c", "user.email=officer@example.org")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=repository, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the real plan, committed."""
    folder = tmp_path / "work"
    shutil.copytree(EDITION, folder / "editions/plan")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "Editions")
    return folder


@pytest.fixture
def step(tmp_path: Path, repository: Path) -> Step:
    """Runs one of the action's scripts with what its step gives it."""
    temporary = tmp_path / "runner"
    temporary.mkdir()
    programs = tmp_path / "bin"
    programs.mkdir()
    command = f'#!/usr/bin/env bash\nexec "{sys.executable}" -m planversion "$@"\n'
    (programs / "planversion").write_text(command, encoding="utf-8")
    (programs / "python").symlink_to(sys.executable)
    (programs / "gh").write_text(GH, encoding="utf-8")
    for name in ("planversion", "gh"):
        (programs / name).chmod(0o755)

    def run(script: str, **given: str) -> Ran:
        for name in ("output", "summary"):
            (temporary / name).write_text("", encoding="utf-8")
        environment = {
            **{key: value for key, value in os.environ.items() if key[:4] != "GIT_"},
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "RUNNER_TEMP": str(temporary),
            "GITHUB_OUTPUT": str(temporary / "output"),
            "GITHUB_STEP_SUMMARY": str(temporary / "summary"),
            "GITHUB_REPOSITORY": "city/plans",
            "GH_LOG": str(temporary / "gh"),
            "GH_COMMENTS": "",
            "XDG_CACHE_HOME": str(temporary / "cache"),
            **given,
        }
        command = ["bash", str(ROOT / f"ci/{script}.sh")]
        done = subprocess.run(
            command, cwd=repository, env=environment, capture_output=True, text=True, check=False
        )
        return Ran(done, temporary)

    return run


INPUTS = {
    "PLANVERSION_PATHS": "",
    "PLANVERSION_BASE": "main",
    "PLANVERSION_MERGE_BASE": "false",
    "PLANVERSION_FAIL_ON": "",
    "PLANVERSION_FORMAT": "github",
    "PLANVERSION_CONFIG_FILE": "",
    "PLANVERSION_LANG": "en",
    "PLANVERSION_FETCH": "true",
}


def damage(repository: Path) -> None:
    path = repository / "editions/plan/5-draft-2.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("departments: [住宅課]", "departments: [住居課]", 1), "utf-8")


def test_every_input_reaches_its_script() -> None:
    check = next(one for one in ACTION["runs"]["steps"] if one.get("id") == "check")
    assert set(check["env"]) == set(INPUTS)


def test_names_are_in_kebab_case() -> None:
    for name in (*ACTION["inputs"], *ACTION["outputs"]):
        assert name == name.lower().replace("_", "-")


def test_a_change_that_is_fine_passes(step: Step) -> None:
    ran = step("check", **INPUTS)
    assert ran.code == 0, ran.said
    assert ran.outputs["exit-code"] == "0"
    assert (ran.outputs["result"], ran.outputs["error-count"]) == ("pass", "0")
    assert ran.summary.startswith("<!-- planversion-report -->")


def test_a_damage_is_annotated_counted_and_left_to_the_last_step(
    step: Step, repository: Path
) -> None:
    damage(repository)
    ran = step("check", **INPUTS)
    assert ran.code == 0
    assert ran.outputs["exit-code"] == "1"
    assert (ran.outputs["result"], ran.outputs["error-count"]) == ("fail", "1")
    assert "::error file=editions/plan/5-draft-2.yaml,line=" in ran.said
    for name in ("report-json", "report-markdown", "report-sarif"):
        assert "undeclared-department" in Path(ran.outputs[name]).read_text(encoding="utf-8")


def test_paths_and_inputs_are_never_read_as_options_or_commands(
    step: Step, repository: Path
) -> None:
    hostile = "$(touch owned); touch owned"
    ran = step("check", **INPUTS | {"PLANVERSION_PATHS": f"--help\n{hostile}\n"})
    assert ran.outputs["exit-code"] in ("2", "3")
    ran = step("check", **INPUTS | {"PLANVERSION_BASE": f"--output=owned {hostile}"})
    assert ran.outputs["exit-code"] == "2"
    assert not (repository / "owned").exists()


def test_a_branch_that_was_just_made_has_no_base(step: Step) -> None:
    ran = step("check", **INPUTS | {"PLANVERSION_BASE": "0" * 40})
    assert ran.outputs["exit-code"] == "0"


def test_an_unknown_base_is_an_error_and_no_pass(step: Step) -> None:
    ran = step("check", **INPUTS | {"PLANVERSION_BASE": "f" * 40})
    assert ran.code == 2
    assert ran.outputs["result"] == "error"


def test_a_report_of_an_earlier_run_is_not_taken_for_one_of_this(step: Step) -> None:
    assert step("check", **INPUTS).outputs["result"] == "pass"
    assert step("check", **INPUTS | {"PLANVERSION_BASE": "f" * 40}).outputs["result"] == "error"


def test_one_comment_is_kept(step: Step, tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text("所見なし\n", encoding="utf-8")
    given = {
        "PLANVERSION_REPORT": str(report),
        "PLANVERSION_KEY": "check editions --> <script>",
        "PLANVERSION_PULL_REQUEST": "7",
    }
    ran = step("comment", **given)
    log = (tmp_path / "runner/gh").read_text(encoding="utf-8")
    assert "--method POST repos/city/plans/issues/7/comments" in log
    assert ran.outputs == {"comment-url": "https://example.org/comment"}
    body = json.loads((tmp_path / "runner/gh.body").read_text(encoding="utf-8"))["body"]
    assert body == "<!-- planversion: check-editions------script- -->\n所見なし\n"
    step("comment", **given, GH_COMMENTS="41\n42\n")
    log = (tmp_path / "runner/gh").read_text(encoding="utf-8")
    assert "--method PATCH repos/city/plans/issues/comments/41" in log


def test_scripts_are_clean_by_shellcheck() -> None:
    scripts = sorted(map(str, (ROOT / "ci").glob("*.sh")))
    program = Path(sys.executable).parent / "shellcheck"
    subprocess.run([program, *scripts, ROOT / ".ci/run"], check=True)


def test_action_and_workflow_are_clean_by_zizmor() -> None:
    program = Path(sys.executable).parent / "zizmor"
    files = [ROOT / "action.yml", ROOT / ".github/workflows/check.yml"]
    subprocess.run([program, "--offline", "--quiet", *files], check=True)
