"""The cap tracker from the shell."""

import csv
import io
import json
from pathlib import Path

import pytest

from nktrade.cli import main


def test_a_year_of_one_supplier_as_csv(capsys: pytest.CaptureFixture[str]) -> None:
    """Twelve months and the printed runs of China's 2021, each with its source."""
    assert main(["caps", "--year", "2021", "--supplier", "CHN", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    months = [row for row in rows if row["period_start"][:7] == row["period_end"][:7]]
    assert sum(int(row["value"]) for row in months) == 91_909
    assert all(row["source_url"].startswith("http") for row in rows)


def test_a_user_s_file_stands_beside_the_returns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A tidy file of claims is added in a group of its own."""
    file = tmp_path / "alleged.csv"
    file.write_text(
        "period_start,period_end,flow,reporter,partner,commodity,unit,value,channel,standing,compiler\n"
        "2022-01,2022-06,import,PRK,WLD,refined petroleum,bbl,458898,unrecorded,alleged,a panel\n",
        encoding="utf-8",
    )
    assert main(["caps", "--year", "2022", "--add", str(file), "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    (own,) = [row for row in rows if row["compiler"] == "a panel"]
    assert (own["value"], own["standing"]) == (458_898, "alleged")
    assert own["use_low"] == pytest.approx(91.78, abs=0.01)


@pytest.mark.parametrize(
    ("given", "named"), [(["--year", "20x1"], "20x1"), (["--supplier", "CHNA"], "CHNA")]
)
def test_wrong_use_is_one_line(
    given: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A year that is none and a supplier that is no area end with status 2 and one line that names them."""
    try:
        status = main(["caps", *given])
    except SystemExit as stopped:
        status = stopped.code  # type: ignore[assignment]  # argparse exits with a number
    told = capsys.readouterr().err
    assert status == 2
    assert told.count("\n") == 1
    assert named in told
