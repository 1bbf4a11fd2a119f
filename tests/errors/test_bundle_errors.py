"""What cannot be bundled, replayed or written says why, and what to do."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import nktrade as nk
from nktrade.cli import main
from nktrade.errors import CheckError
from nktrade.replaying import replay
from nktrade.report.bundle import BundleError

BRIEF = "In June 2018 China exported $2.1 million to Japan and imported $3.2 million from Japan."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A text in a file."""
    file = tmp_path / "brief.md"
    file.write_text(BRIEF, encoding="utf-8")
    return file


@pytest.fixture
def bundle(file: Path) -> Path:
    """A bundle of the text."""
    folder = file.parent / "bundle"
    nk.check(file, against="none").bundle(folder)
    return folder


def test_a_report_that_no_road_made_is_not_bundled(tmp_path: Path) -> None:
    """Claims alone, or a ledger, say nothing of how they were checked."""
    with pytest.raises(
        BundleError, match=r"found one that no road made, expected one of nktrade\.check"
    ):
        nk.read(BRIEF).bundle(tmp_path / "bundle")


def test_a_file_that_changed_since_is_told(file: Path) -> None:
    """A bundle must hold what was checked, and no later edition of it."""
    report = nk.check(file, against="none")
    file.write_text(BRIEF + " More.", encoding="utf-8")
    with pytest.raises(BundleError, match="found another content than was checked"):
        report.bundle(file.parent / "bundle")


def test_a_file_that_went_is_told(file: Path) -> None:
    """The path stands in the message."""
    report = nk.check(file, against="none")
    file.unlink()
    with pytest.raises(BundleError, match=r"brief\.md: found no readable file"):
        report.bundle(file.parent / "bundle")


def test_a_text_whose_source_is_gone_is_told(tmp_path: Path) -> None:
    """A page given as a text was read, but its markup is not kept."""
    report = nk.check(f"<html><body><p>{BRIEF}</p></body></html>", against="none")
    with pytest.raises(BundleError, match="its source does not make again"):
        report.bundle(tmp_path / "bundle")


def test_a_folder_that_holds_something_is_left_alone(file: Path) -> None:
    """Nothing is mixed into what stands there."""
    with pytest.raises(BundleError, match="found something there, expected a new folder"):
        nk.check(file, against="none").bundle(file.parent)


def test_a_folder_that_is_no_bundle_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither nothing nor something else is replayed."""
    assert main(["replay", str(tmp_path)]) == 2
    assert "bundle.json: found no readable file" in capsys.readouterr().err
    (tmp_path / "bundle.json").write_text("[]", encoding="utf-8")
    with pytest.raises(BundleError, match="found no manifest that can be read"):
        replay(tmp_path)


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ('"schema_version": 1', '"schema_version": 9', "found schema version 9, expected 1"),
        ('"options": {}', '"options": {"checks": "my own"}', "found the check 'my own'"),
    ],
)
def test_a_bundle_of_another_make_is_refused(then: str, now: str, said: str, bundle: Path) -> None:
    """A later form, or a check that is not in the catalogue."""
    manifest = bundle / "bundle.json"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace(then, now, 1), encoding="utf-8"
    )
    with pytest.raises(BundleError, match=said):
        replay(bundle)


def test_a_bundle_that_lacks_a_file_is_refused(bundle: Path) -> None:
    """The file is named."""
    shutil.rmtree(bundle / "inputs")
    with pytest.raises(BundleError, match=r"inputs/0001/brief\.md: found no readable file"):
        replay(bundle)


def test_a_version_or_vintage_that_is_not_here_is_told(file: Path) -> None:
    """Another nktrade may say another thing: its version, and the baseline that changed, are named."""
    report = nk.check(file, against="un_1718")
    report.bundle(file.parent / "bundle")
    manifest = file.parent / "bundle/bundle.json"
    told = manifest.read_text(encoding="utf-8")
    known = report.baselines[0].sha256
    manifest.write_text(
        told.replace('"nktrade": "', '"nktrade": "9.').replace(
            f'"sha256": "{known}"', '"sha256": ""'
        ),
        encoding="utf-8",
    )
    differences = replay(file.parent / "bundle").differences
    assert "nktrade: found version" in differences[0]
    assert "baseline un_1718: found another vintage" in differences[1]


@pytest.mark.parametrize(
    ("table", "columns", "said"),
    [
        ("finding", None, "did you mean 'findings'"),
        ("claims", ["surfaces"], "did you mean 'surface'"),
    ],
)
def test_an_unknown_table_or_column_is_named(
    table: str, columns: list[str] | None, said: str
) -> None:
    """The nearest name is told."""
    with pytest.raises(CheckError, match=said):
        nk.Report().to_latex(table, columns)


def test_resuming_writes_no_bundle(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A journal has no reports, so there is nothing to bundle."""
    asked = ["check", str(file), "--format", "json", "--resume", str(file.parent / "journal")]
    assert main([*asked, "--bundle", str(file.parent / "bundle")]) == 2
    assert "found standard input, a page or a bundle" in capsys.readouterr().err


def test_settings_that_no_file_holds_are_told(file: Path) -> None:
    """A report under settings made by hand cannot be made again from files."""
    report = nk.check(file, against="none")
    told = replace(report, options=(("settings", ""), ("today", "2026-01-01")))
    with pytest.raises(BundleError, match="found no readable file"):
        told.bundle(file.parent / "bundle")
