"""Settings change what is run and what counts, by what they say and nothing else."""

import ast
import datetime as dt
import json
from pathlib import Path

import pytest

import nktrade as nk
from nktrade.checks import NOTES
from nktrade.report.accepting import Acceptance, accepting, entry, idle
from nktrade.report.finding import findings_of
from nktrade.settings import Settings, SettingsError, read_settings, settings_for, today

FALSE = (
    "In 2016 North Korea exported $2.6 billion worth of goods to China and imported "
    "$2.9 billion worth from it; total trade with China was $8.5 billion."
)
OTHER = (
    "In 2017 North Korea exported $1.7 billion worth of goods to Russia and imported "
    "$3.3 billion worth from it; total trade with Russia was $9.4 billion."
)
DAY = dt.date(2026, 1, 15)
FIGURES = ("$2.6 billion", "$2.9 billion", "$8.5 billion")


def acceptance(**fields: object) -> Acceptance:
    told = {"check": "total", "figures": FIGURES, "because": "as printed", "until": DAY}
    return Acceptance(**told | fields)  # type: ignore[arg-type] # fields by name


@pytest.fixture(scope="module")
def report() -> nk.Report:
    return nk.check(FALSE, against="none")


def test_an_accepted_finding_is_a_note_that_says_why(report: nk.Report) -> None:
    """Its severity falls, its reason stands first, and nothing is removed."""
    after = accepting(report, [acceptance()], DAY)
    assert after.exit_status("warning") == 0
    assert len(after.findings) == len(report.findings)
    assert "accepted until 2026-01-15: as printed" in after.explain(0)


def test_an_accepted_finding_is_suppressed_in_sarif() -> None:
    """Its reason is the justification; every other result says that nothing suppresses it."""
    two = nk.check(f"{FALSE} {OTHER}", against="none")
    (run,) = json.loads(accepting(two, [acceptance()], DAY).to_sarif())["runs"]
    suppressed = {one["level"]: one["suppressions"] for one in run["results"]}
    assert suppressed == {
        "note": [{"kind": "external", "justification": "as printed"}],
        "error": [],
    }


def test_what_is_accepted_no_more_is_not_suppressed(report: nk.Report) -> None:
    """The day after its last a finding stands in a SARIF log as one that nobody accepted."""
    after = accepting(report, [acceptance()], DAY + dt.timedelta(days=1))
    (run,) = json.loads(after.to_sarif())["runs"]
    assert [one["suppressions"] for one in run["results"]] == [[]]


@pytest.mark.parametrize(
    "other",
    [
        acceptance(check="balance"),
        acceptance(figures=(*FIGURES[:2], "$8.4 billion")),
        acceptance(figures=FIGURES[:2]),
        acceptance(document="another"),
    ],
)
def test_other_content_is_not_accepted(report: nk.Report, other: Acceptance) -> None:
    """Another check, figure or document is another finding."""
    assert accepting(report, [other], DAY) == report


def test_an_acceptance_ends_with_its_last_day(report: nk.Report) -> None:
    """The day after, the finding counts as before and says that it was accepted."""
    after = accepting(report, [acceptance()], DAY + dt.timedelta(days=1))
    assert after.exit_status() == 1
    assert "no longer accepted: was so until 2026-01-15" in after.explain(0)


def test_the_order_of_figures_and_line_breaks_change_nothing(report: nk.Report) -> None:
    """Content is compared as words, in any order."""
    turned = acceptance(figures=("$8.5\n billion", *FIGURES[:2]))
    assert accepting(report, [turned], DAY).exit_status() == 0


def test_an_idle_acceptance_is_named(report: nk.Report) -> None:
    """What covers nothing here is idle; what belongs to a document that was not checked is not."""
    idle_one = acceptance(check="balance")
    assert idle(report, [acceptance(), idle_one, acceptance(document="x")]) == (idle_one,)


def test_the_entry_to_paste_accepts_the_finding(report: nk.Report, tmp_path: Path) -> None:
    """Pasted with a reason and a day, the printed entry covers the finding it was printed for."""
    pasted = entry(findings_of(report)[0])
    pasted = pasted.replace('because = ""', 'because = "seen"').replace(
        'until = ""', "until = 2026-01-15"
    )
    file = tmp_path / "pyproject.toml"
    file.write_text(pasted, encoding="utf-8")
    assert read_settings(file).applied(report, DAY).exit_status() == 0


def test_the_entry_to_paste_says_what_is_left_to_write(report: nk.Report, tmp_path: Path) -> None:
    """Pasted as it stands it is TOML, and the reason and then the day are asked for by name."""
    file, pasted = tmp_path / "pyproject.toml", entry(findings_of(report)[0])
    for name in ("until", "because"):
        file.write_text(pasted, encoding="utf-8")
        with pytest.raises(SettingsError, match=rf"accepted\[1\].{name}: found ''"):
            read_settings(file)
        pasted = pasted.replace('until = ""', "until = 2026-01-15")


def test_a_check_that_is_off_is_not_run() -> None:
    """Its relations are gone, so it neither accuses nor vouches."""
    wanted = Settings(off=(("total", "why"),))
    report = nk.check(FALSE, against="none", **wanted.options())
    assert "total" not in set(report.relations["check"])


def test_every_check_can_be_off() -> None:
    """Without any check there is no relation, and no failure."""
    assert nk.check(FALSE, against="none", checks=()).relations.empty


def test_settings_outlive_an_amendment(report: nk.Report) -> None:
    """A report amended is again one with the accepted finding as a note."""
    settled = Settings(accepted=(acceptance(),)).applied(report, DAY)
    again = settled.amend("c1", commodity="coal", because="a test").undo()
    assert again.exit_status() == 0


def test_without_settings_the_report_is_itself(report: nk.Report) -> None:
    """No section changes nothing."""
    assert Settings().options() == {}
    assert Settings().applied(report, DAY) is report


def test_the_nearest_section_above_all_paths_counts(tmp_path: Path) -> None:
    """A file without a section is passed over; the folder of all paths decides, not the shell's."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.nktrade]\nbaselines = ['un_1718']\n")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n")
    (tmp_path / "a" / "b" / "pyproject.toml").write_text("[tool.nktrade]\nbaselines = []\n")
    assert settings_for([tmp_path / "a" / "b" / "*.md"]).options() == {"against": "none"}
    assert settings_for([tmp_path / "a" / "b", tmp_path / "a"]).baselines == ("un_1718",)


def test_a_baseline_file_stands_beside_the_settings(tmp_path: Path) -> None:
    """A file is found from wherever the shell stands; a name stays a name."""
    (tmp_path / "ours.csv").write_text("period_start\n")
    wanted = Settings(file=tmp_path / "pyproject.toml", baselines=("ours.csv", "un_1718"))
    ours, embedded = wanted.options()["against"]
    assert Path(ours).samefile(tmp_path / "ours.csv")
    assert embedded == "un_1718"


def test_the_day_is_the_source_date_where_one_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """With SOURCE_DATE_EPOCH a run can be repeated on any day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert today() == dt.date(1970, 1, 2)


def test_every_name_of_a_check_can_be_turned_off() -> None:
    """Each check that the package names in a relation is in the catalogue or beside it."""
    package = Path(nk.__file__).parent
    known = {one.name for one in (*nk.CHECKS, *NOTES)}
    named = {name for file in package.rglob("*.py") for name in _named(file)}
    assert named
    assert named <= known


def _named(file: Path) -> set[str]:
    """The words given as ``check=`` to a Relation, constants of the module looked up."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    constants = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    values = [
        keyword.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Relation"
        for keyword in node.keywords
        if keyword.arg == "check"
    ]
    words = [
        one.value if isinstance(one, ast.Constant) else constants.get(getattr(one, "id", ""))
        for one in values
    ]
    return {str(word) for word in words if word is not None}
