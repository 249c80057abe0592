"""`planversion export` and `planversion map` as people call them, in a repository."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from frictionless import Package

from repositories import CLEAN, Folder, made

CASE = Path(__file__).parents[1] / "cases/export"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """Both editions committed and tagged, and the new one renamed afterwards."""
    folder = made(tmp_path_factory.mktemp("city"))
    files = {name: (CASE / f"{name}.yaml").read_text(encoding="utf-8") for name in ("old", "new")}
    folder.commit(**files)
    folder.git("tag", "v1")
    folder.write("editions/new.yaml", files["new"].replace("支え合うまち", "つながるまち"))
    return folder


def run(city: Folder, *arguments: str, **env: str) -> tuple[int, bytes, str]:
    done = subprocess.run(
        [sys.executable, "-m", "planversion", *arguments],
        cwd=city.path,
        env=CLEAN | {"LC_ALL": "C.UTF-8"} | env,
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done.returncode, done.stdout, done.stderr.decode()


@pytest.mark.parametrize("form", ["jsonl", "skos", "stratml", "parquet"])
def test_an_edition_goes_to_standard_output_and_to_a_file_alike(
    city: Folder, tmp_path: Path, form: str
) -> None:
    code, out, _ = run(city, "export", "2", "-f", form)
    assert (code, bool(out)) == (0, True)
    assert run(city, "export", "case@2", "-f", form, "-o", str(tmp_path / "x"))[0] == 0
    assert (tmp_path / "x").read_bytes() == out


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "2", "-f", "jsonl"),
        ("export", "2", "-f", "parquet"),
        ("export", "2", "-f", "skos"),
        ("map", "1", "2", "-f", "sssom"),
        ("map", "1", "2", "-f", "xkos"),
        ("map", "1", "2", "-f", "json"),
    ],
)
def test_the_same_bytes_under_any_hash_seed_and_time_zone(
    city: Folder, arguments: tuple[str, ...]
) -> None:
    one = run(city, *arguments, PYTHONHASHSEED="1", TZ="UTC")
    assert one == run(city, *arguments, PYTHONHASHSEED="2", TZ="Asia/Tokyo")


def test_an_edition_at_a_revision_is_what_it_was(city: Folder) -> None:
    was, now = (run(city, "export", name, "-f", "jsonl")[1].decode() for name in ("v1:2", "2"))
    assert "支え合うまち" in was
    assert "つながるまち" in now


def test_csv_makes_a_folder_or_an_archive_of_the_same(city: Folder, tmp_path: Path) -> None:
    folder, archive = tmp_path / "data/2", tmp_path / "2.zip"
    for output in (folder, archive):
        assert run(city, "export", "2", "-o", str(output))[0] == 0
    assert Package(str(folder / "datapackage.json")).validate().valid
    with zipfile.ZipFile(archive) as opened:
        inside = {name: opened.read(name) for name in opened.namelist()}
    assert inside == {path.name: path.read_bytes() for path in folder.iterdir()}
    first = archive.read_bytes()
    assert run(city, "export", "2", "-o", str(archive))[0] == 0
    assert archive.read_bytes() == first


def test_a_crosswalk_is_a_table_or_a_package(city: Folder, tmp_path: Path) -> None:
    out = run(city, "map", "1", "2", "-f", "csv")[1]
    for name in ("map.csv", "folder"):
        assert run(city, "map", "1", "2", "-f", "csv", "-o", str(tmp_path / name))[0] == 0
    assert (tmp_path / "map.csv").read_bytes() == out
    assert (tmp_path / "folder/crosswalk.csv").read_bytes() == out
    assert Package(str(tmp_path / "folder/datapackage.json")).validate().valid


def test_the_other_direction_has_as_many_pairs(city: Folder) -> None:
    there, back = (
        json.loads(run(city, "map", *names, "-f", "json")[1]) for names in (("1", "2"), ("2", "1"))
    )
    assert len(there["pairs"]) == len(back["pairs"]) == 10
    assert (there["old"], there["new"]) == (back["new"], back["old"])


def test_addresses_begin_as_asked(city: Folder) -> None:
    for arguments in (("export", "2", "-f", "skos"), ("map", "1", "2", "-f", "xkos")):
        code, out, _ = run(city, *arguments, "--base", "https://plans.example.jp")
        assert code == 0
        assert b"<https://plans.example.jp/edition/case/2#p-0000000012>" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("export", "2"), "several files can't be written to standard output"),
        (("export", "2", "-f", "csv", "-o", "bare.yaml"), "this is a file, and several are to be"),
        (("export", "2", "-o", "z.xlsx"), "one of .jsonl, .parquet, .ttl, .xml, .zip, or say"),
        (("export", "2", "-f", "jsonl", "-o", "editions/new.yaml"), "would take the place"),
        (("export", "2", "-f", "skos", "--base", "x"), "x is no address"),
        (("export", "9", "-f", "jsonl"), "9"),
        (("export", "bare.yaml", "-f", "jsonl"), "planversion ids mint"),
        (("map", "v1:2", "2", "-f", "xkos"), "couldn't tell them apart"),
        (("map", "v1:2", "2", "-f", "sssom"), "couldn't tell them apart"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    city: Folder, arguments: tuple[str, ...], told: str
) -> None:
    city.write(
        "bare.yaml", (CASE / "old.yaml").read_text("utf-8").replace("id: p-000000005a, ", "")
    )
    before = {path: path.read_bytes() for path in city.path.glob("editions/*")}
    code, out, err = run(city, *arguments)
    assert (code in (2, 3), out) == (True, b"")
    assert told in err
    assert {path: path.read_bytes() for path in city.path.glob("editions/*")} == before


def test_without_the_extra_the_command_that_installs_it_is_named(
    city: Folder, tmp_path: Path
) -> None:
    hidden = tmp_path / "sitecustomize.py"
    hidden.write_text(
        "import importlib.util as util\n"
        "real = util.find_spec\n"
        "util.find_spec = lambda name, *a: None if name == 'pyarrow' else real(name, *a)\n",
        encoding="utf-8",
    )
    code, out, err = run(city, "export", "2", "-f", "parquet", PYTHONPATH=str(tmp_path))
    assert (code, out) == (2, b"")
    assert "pip install 'planversion[parquet]'" in err


def test_revisions_are_mapped_for_people(city: Folder) -> None:
    code, out, _ = run(city, "map", "v1:2", "2", "--lang", "en")
    assert code == 0
    assert "kept, renamed" in out.decode()


@pytest.mark.parametrize("command", [("export", "2"), ("map", "1", "2")])
def test_an_archive_is_a_package_without_saying_so(
    city: Folder, tmp_path: Path, command: tuple[str, ...]
) -> None:
    code, _, said = run(city, *command, "-o", str(tmp_path / "all.zip"))
    assert code == 0, said
    with zipfile.ZipFile(tmp_path / "all.zip") as opened:
        assert "datapackage.json" in opened.namelist()


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_template_goes_out_and_comes_back(city: Folder, tmp_path: Path, ending: str) -> None:
    sheet, back = tmp_path / f"sheet.{ending}", tmp_path / "back.yaml"
    assert run(city, "export", "1", "-f", "template", "-o", str(sheet))[0] == 0
    assert run(city, "import", str(sheet), "-o", str(back))[0] == 0
    code, out, _ = run(city, "diff", "1", str(back), "-f", "json")
    kinds = {change["kind"] for change in json.loads(out)["changes"]}
    assert code == 0
    assert kinds <= (set() if ending == "xlsx" else {"entry_removed", "entry_revised"})


@pytest.mark.parametrize(("language", "heading"), [("ja", "事業名"), ("en", "Project")])
def test_the_headings_of_a_template_are_in_the_language_that_is_asked_for(
    city: Folder, tmp_path: Path, language: str, heading: str
) -> None:
    sheet = tmp_path / "sheet.csv"
    assert run(city, "export", "1", "-f", "template", "--lang", language, "-o", str(sheet))[0] == 0
    assert f",{heading}," in sheet.read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("skos", {"ja": '"事業"@ja', "en": '"project"@en'}),
        ("stratml", {"ja": "の再掲", "en": "relists p-"}),
    ],
)
def test_only_our_own_words_change_with_the_language(
    city: Folder, form: str, words: dict[str, str]
) -> None:
    told = {one: run(city, "export", "2", "-f", form, "--lang", one)[1].decode() for one in words}
    assert words["ja"] in told["ja"]
    assert words["en"] in told["en"]
    other = [
        a for a, b in zip(*(told[one].splitlines() for one in ("ja", "en")), strict=True) if a != b
    ]
    assert other
    assert all(words["ja"] in line for line in other)


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_tables_are_the_same_in_every_language(city: Folder, tmp_path: Path, form: str) -> None:
    made = []
    for language in ("ja", "en"):
        path = tmp_path / f"{language}.{'zip' if form == 'csv' else form}"
        assert run(city, "export", "2", "-f", form, "--lang", language, "-o", str(path))[0] == 0
        made.append(path.read_bytes())
    assert made[0] == made[1]


def test_files_of_others_are_never_overwritten(city: Folder, tmp_path: Path) -> None:
    (tmp_path / "projects.csv").write_text("mine")
    for output in (str(tmp_path), "editions", ""):
        code, _, told = run(city, "export", "1", "-f", "csv", "-o", output)
        assert code == 2, told
    assert (tmp_path / "projects.csv").read_text() == "mine"
    for command in (("export", "1", "-f", "jsonl"), ("diff", "1", "2", "-f", "text")):
        code, _, told = run(city, *command, "-o", "editions/new.yaml")
        assert (code, "would take the place" in told) == (2, True)


def test_a_package_is_written_again_but_not_over_another(city: Folder, tmp_path: Path) -> None:
    folder = str(tmp_path / "data")
    for _ in range(2):
        assert run(city, "export", "1", "-f", "csv", "-o", folder)[0] == 0
    assert run(city, "map", "1", "2", "-f", "csv", "-o", folder)[0] == 2


def test_a_device_takes_a_table_alone(city: Folder) -> None:
    code, out, _ = run(city, "map", "1", "2", "-f", "csv", "-o", "/dev/stdout")
    assert (code, out.count(b"\n") > 5) == (0, True)
