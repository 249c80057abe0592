"""What the README shows is what happens."""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import planversion as library
from planversion.policy import Config, Waivers
from planversion.yamltext.parsing import parse

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TRANSCRIPT = re.compile(r"<!-- transcript: planversion (.*?) -->\n```text\n(.*?)\n```", re.DOTALL)
IN_THE_GUIDE = re.compile(
    r"```console\n\$ planversion (\w+ 4 5-draft-2(?: --[a-z-]+ \S+)*)\n([^$].*?)```", re.DOTALL
)
FINDING = re.compile(r"<!-- check -->\n```text\n(.*?)\n```", re.DOTALL)
LIBRARY = re.compile(r"<!-- library -->\n```python\n(.*?)\n```", re.DOTALL)


def planversion(*arguments: str) -> str:
    code = "from planversion.cli import main; main()"
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_the_transcript_is_what_the_command_prints() -> None:
    found = TRANSCRIPT.findall(README)
    assert found
    for arguments, shown in found:
        printed = planversion(*arguments.split())
        for part in filter(None, (part.strip("\n") for part in shown.split("…\n"))):
            assert part.removesuffix("\n…") in printed


def test_what_the_guide_shows_of_the_real_plan_is_what_is_printed() -> None:
    pages = [page.read_text(encoding="utf-8") for page in (ROOT / "docs/guide").glob("*.md")]
    found = [shown for page in pages for shown in IN_THE_GUIDE.findall(page)]
    assert found
    for arguments, shown in found:
        printed = planversion(*arguments.split())
        assert all(part.strip("\n") in printed for part in shown.split("…\n"))


def test_the_table_is_what_the_command_prints() -> None:
    shown = README[README.index("### 2(3)") : README.index("## To publish")].strip()
    assert shown in planversion("table", "4", "5-draft-2")


def test_the_finding_is_what_check_says(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "editions", tmp_path / "editions")
    path = tmp_path / "editions/nishitokyo-chiiki-fukushi/5-draft-2.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("              - id: p-2dtwkw276h")
    end = text.index("              - id: ", start + 10)
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    command = [sys.executable, "-m", "planversion", "check", "--lang", "en"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    shown = FINDING.findall(README)
    assert shown
    assert all(one in done.stdout for one in shown)


def test_the_library_example_runs() -> None:
    assert LIBRARY.findall(README)
    for example in LIBRARY.findall(README):
        command = [sys.executable, "-c", example]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert "地域包括支援センターにおける相談の実施 4(2)① → 4(2)②" in done.stdout


def test_every_link_leads_somewhere() -> None:
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page}: {link}"


def test_the_reference_is_what_the_schema_says() -> None:
    generator = runpy.run_path(str(ROOT / "docs/generate.py"))
    written = (ROOT / "docs/reference/edition.md").read_text(encoding="utf-8")
    assert written == generator["reference"](), "python docs/generate.py"


def test_the_page_of_the_library_is_what_its_docstrings_say() -> None:
    generator = runpy.run_path(str(ROOT / "docs/library.py"))
    written = (ROOT / "docs/reference/library.md").read_text(encoding="utf-8")
    assert written == generator["library"](), "python docs/library.py"
    assert all(f"### {name}\n" in written for name in library.__all__ if name[0] != "_")


def test_the_pages_of_the_rules_are_what_the_rules_say() -> None:
    generator = runpy.run_path(str(ROOT / "docs/generate.py"))
    pages = (ROOT / "docs/rules").glob("*.md")
    written = {page.name: page.read_text(encoding="utf-8") for page in pages}
    assert written == generator["rules"](), "python docs/generate.py"


def test_what_the_page_of_a_rule_writes_is_a_configuration() -> None:
    generator = runpy.run_path(str(ROOT / "docs/generate.py"))
    for page in generator["rules"]().values():
        for kind, name in ((Config, "planversion.yaml"), (Waivers, "planversion-waivers.yaml")):
            for written in re.findall(rf"`{name}`:\n\n```yaml\n(.*?)```", page, re.DOTALL):
                kind.model_validate(parse(written)[0], by_alias=True)
