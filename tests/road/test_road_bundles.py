"""A bundle is made again from its own files, byte for byte, or says what is unlike."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import nktrade as nk
from nktrade.cli import main
from nktrade.replaying import replay
from nktrade.settings import read_settings

BRIEF = (
    "In June 2018 China exported goods worth $24 million to Japan and imported goods worth $31 million "
    "from it. Trade between the two came to $79 million."
)
PAGE = f"<html><body><h1>Trade</h1><p>{BRIEF}</p></body></html>"
NORTH = (
    "In June 2018 North Korea's exports to China were $12.9 million, Chinese customs said. "
    "China's exports to North Korea were $204.19 million."
)
TABLE = "reporter,partner,flow,code,period,value,value_unit\nCHN,PRK,export,TOTAL,2018-06,204190000,USD\n"
Making = Callable[[Path], nk.Report]


def of_brief(folder: Path) -> nk.Report:
    file = folder / "brief.md"
    file.write_text(f"---\ndate: 2018-07-01\n---\n{BRIEF}", encoding="utf-8")
    return nk.check(file, against="none")


def of_text(_: Path) -> nk.Report:
    return nk.check(BRIEF, against="none", date=date(2018, 7, 1))


def of_folder(folder: Path) -> nk.Report:
    (folder / "a.html").write_text(PAGE, encoding="utf-8")
    (folder / "b.md").write_bytes(("\ufeff" + NORTH.replace(". ", ".\r\n")).encode())
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 and no more")
    return nk.check(folder)


def of_own_customs_file(folder: Path) -> nk.Report:
    (folder / "mine.csv").write_text(TABLE, encoding="utf-8")
    (folder / "north.md").write_text(NORTH, encoding="utf-8")
    return nk.check(folder / "north.md", against=[folder / "mine.csv", "china_customs"])


def of_amendments(folder: Path) -> nk.Report:
    report = of_brief(folder)
    first, second, *_ = (one.id for one in report.checked[0].reading.claims)
    mended = report.amend(first, partner="WLD", source=None, because="all buyers")
    added = mended.add("Japan", digits="5", unit="USD", flow="export", because="from the annex")
    return added.drop(second, because="another table's")


def of_few_checks(folder: Path) -> nk.Report:
    (folder / "brief.md").write_text(BRIEF, encoding="utf-8")
    checks = [one for one in nk.CHECKS if one.name != "total"]
    return nk.check(folder / "brief.md", against="none", checks=checks, context="none")


def of_an_old_encoding(folder: Path) -> nk.Report:
    (folder / "brief.txt").write_bytes(f"«Ñ» {BRIEF}".encode("latin-1"))
    return nk.check(folder / "brief.txt", against="none", encoding="latin-1")


def of_settings(folder: Path) -> nk.Report:
    (folder / "pyproject.toml").write_text(
        "[tool.nktrade]\nbaselines = []\n[[tool.nktrade.accepted]]\n"
        'check = "total"\nfigures = ["$24 million", "$31 million", "$79 million"]\n'
        'because = "printed so in the yearbook"\nuntil = 2027-06-30\n',
        encoding="utf-8",
    )
    (folder / "brief.md").write_text(BRIEF, encoding="utf-8")
    settings = read_settings(folder / "pyproject.toml")
    report = nk.check(folder / "brief.md", **settings.options())
    applied = settings.applied(report, date(2026, 1, 1))
    assert (report.exit_status(), applied.exit_status()) == (1, 0)
    return applied


WAYS: tuple[Making, ...] = (
    of_brief,
    of_text,
    of_folder,
    of_own_customs_file,
    of_amendments,
    of_few_checks,
    of_an_old_encoding,
    of_settings,
)


def held(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


@pytest.mark.parametrize("made", WAYS)
def test_a_bundle_replays_byte_for_byte(made: Making, tmp_path: Path) -> None:
    """Without the files that it was made of, a bundle gives the same report, claim by claim."""
    sources, bundle = tmp_path / "sources", tmp_path / "bundle"
    sources.mkdir()
    report = made(sources)
    report.bundle(bundle)
    sources.rename(tmp_path / "elsewhere")
    again = replay(bundle)
    assert again.differences == ()
    assert again.report.to_json(with_text=True) == report.to_json(with_text=True)
    assert again.report.amendments == report.amendments


@pytest.mark.parametrize("made", WAYS)
def test_one_report_is_one_bundle(made: Making, tmp_path: Path) -> None:
    """Neither the day nor the place shows: two bundles of a report hold the same bytes."""
    report = made(tmp_path)
    for name in ("one", "two"):
        report.bundle(tmp_path / name)
    assert held(tmp_path / "one") == held(tmp_path / "two")


def test_a_bundle_names_its_inputs_and_vintages(tmp_path: Path) -> None:
    """The manifest has the hash of each file, and the vintage of each baseline."""
    report = of_own_customs_file(tmp_path)
    report.bundle(tmp_path / "bundle")
    told = json.loads((tmp_path / "bundle/bundle.json").read_text(encoding="utf-8"))
    assert [one["sha256"] for one in told["inputs"]] == [report.checked[0].document.sha256]
    assert [one["name"] for one in told["baselines"]] == [one.name for one in report.baselines]
    assert told["baselines"][1]["vintage"] == report.baselines[1].vintage
    assert (tmp_path / "bundle" / told["baselines"][0]["kept"]).read_text(encoding="utf-8") == TABLE


@pytest.mark.parametrize("name", ["inputs/0001/brief.md", "report.json", "citations.bib"])
def test_a_changed_file_is_told(name: str, tmp_path: Path) -> None:
    """Whatever was changed in a bundle, replaying names the file."""
    of_brief(tmp_path).bundle(tmp_path / "bundle")
    file = tmp_path / "bundle" / name
    file.write_bytes(file.read_bytes() + b" ")
    again = replay(tmp_path / "bundle")
    assert not again.is_same
    assert again.differences[0].startswith(f"{name}: found another content")


def test_another_reading_shows_where_it_differs(tmp_path: Path) -> None:
    """The first unlike lines stand in the answer, from a little before the first unlike letter."""
    of_brief(tmp_path).bundle(tmp_path / "bundle")
    file = tmp_path / "bundle/report.json"
    file.write_text(
        file.read_text(encoding="utf-8").replace('"value": 79000000', '"value": 78000000'),
        encoding="utf-8",
    )
    shown = [one for one in replay(tmp_path / "bundle").differences if "79000000" in one]
    assert "78000000" in shown[0]


def test_the_shell_bundles_and_replays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Check writes the bundle beside its answer; replay's status says whether it is the same."""
    (tmp_path / "brief.md").write_text(BRIEF, encoding="utf-8")
    bundle = str(tmp_path / "bundle")
    asked = ["check", str(tmp_path / "brief.md"), "--against", "none", "--config", "none"]
    assert main([*asked, "--bundle", bundle]) == 1
    assert main(["replay", bundle]) == 0
    assert "the same, byte for byte: 1 document" in capsys.readouterr().out
    (tmp_path / "bundle/report.json").write_text("{}", encoding="utf-8")
    assert main(["replay", bundle, "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["same"], len(told["differences"])) == (False, 3)
