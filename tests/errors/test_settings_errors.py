"""What is wrong in a section of settings is named with its file, its key and what to write."""

from pathlib import Path

import pytest

from nktrade.cli import main
from nktrade.settings import SettingsError, read_settings

ENTRY = '[[accepted]]\ncheck = "total"\nfigures = ["1"]\nbecause = "so"\nuntil = 2027-01-01\n'


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("baseline = []", "tool.nktrade.baseline: did you mean 'baselines'?"),
        ("baselines = 'x'", "tool.nktrade.baselines: found 'x', expected a list"),
        ("[off]\ntotl = 'why'", "check 'totl': did you mean 'total'?"),
        ("[off]\ntotal = ''", "off.total: found '', expected a reason in words"),
        ("[off]\ntotal = false", "off.total: found False, expected a reason in words"),
        ("off = ['total']", "tool.nktrade.off: found ['total'], expected a table"),
        ("accepted = 1", "tool.nktrade.accepted: found 1, expected tables"),
        (ENTRY.replace("so", "..."), "accepted[1].because: found '...', expected a reason"),
        (ENTRY.replace("2027-01-01", "'soon'"), "accepted[1].until: found 'soon', expected a day"),
        (ENTRY.replace("until = 2027-01-01\n", ""), "accepted[1].until: found nothing"),
        (ENTRY.replace('["1"]', "[]"), "accepted[1].figures: found []"),
        (ENTRY.replace("check", "chek"), "accepted[1]: did you mean 'check'?"),
        (ENTRY.replace("until =", "until = ="), "found no readable TOML"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, section: str, said: str) -> None:
    """Place, what was found, what was expected."""
    file = tmp_path / "pyproject.toml"
    told = section.replace("[[accepted]]", "[[tool.nktrade.accepted]]").replace(
        "[off]", "[tool.nktrade.off]"
    )
    lead = "" if told.startswith("[") else "[tool.nktrade]\n"
    file.write_text(lead + told, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_settings(file)
    assert str(caught.value).startswith(f"{file}: ")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("[[tool]]\n", "pyproject.toml: tool: found [{}], expected a table"),
        ("tool = 3\n", "pyproject.toml: tool: found 3, expected a table"),
        ("[tool]\nnktrade = 3\n", "pyproject.toml: tool.nktrade: found 3, expected a table"),
    ],
)
def test_a_section_that_is_no_table_is_named(tmp_path: Path, told: str, said: str) -> None:
    """Whatever stands where the settings of tools should."""
    file = tmp_path / "pyproject.toml"
    file.write_text(told, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_settings(file)
    assert said in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong --config is wrong use: one line, status 2."""
    (tmp_path / "a.md").write_text("Exports fell.", encoding="utf-8")
    arguments = ["check", str(tmp_path / "a.md"), "--config", str(tmp_path / "no.toml")]
    assert main(arguments) == 2
    assert "found no readable TOML" in capsys.readouterr().err
