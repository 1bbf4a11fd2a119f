"""The terminal report says where, what cannot hold, who is suspect, and on whose word."""

from dataclasses import replace

import pytest
from report_flagship import CHECKED, FLAGSHIP, GROWTH, TOTAL, of_text, witness

from nktrade.core.codes import Severity, Verdict
from nktrade.core.documents import Unread
from nktrade.report import text
from nktrade.report.report import FindingsError, Report


def test_the_flagship_is_told_in_full() -> None:
    """Place, marks, equation, suspect, likely value with its chance, and witnesses are printed."""
    told = FLAGSHIP.to_text()
    for said in (
        "june-2018.md:4",
        'ERROR r1: these figures cannot all be true; likely wrong: imports "USD 241.93 million"',
        "^" * len("USD 241.93 million"),
        "= 254.885 million",
        "37.727 million USD too much",
        "204.203 million USD for imports",
        "likely, about 70%",
        "2018-07-23; 2 independent origins",
        "Resolution 2379",
        "likely 2397",
        "6 figures read, 6 held against another figure or a baseline, 0 not checkable",
    ):
        assert said in told
    assert "false" not in told.lower()


def test_marks_stand_beneath_their_figure() -> None:
    """The carets begin in the column in which the figure begins."""
    lines = FLAGSHIP.to_text().splitlines()
    marks = next(place for place, line in enumerate(lines) if "^" in line)
    assert lines[marks].index("^") == lines[marks - 1].index("USD 241.93 million")


def test_findings_come_before_citations_notes_and_coverage() -> None:
    """A reader meets the worst first and the coverage last."""
    told = FLAGSHIP.to_text()
    order = [told.index(word) for word in ("ERROR r1", "\ncitations", "\nnotes", "\ncoverage")]
    assert order == sorted(order)


def test_a_witness_told_beneath_a_relation_is_not_told_twice() -> None:
    """The baseline row of the suspect stands once, beneath the worst relation."""
    assert FLAGSHIP.to_text().count("imports 204.19 million USD in china_customs") == 1


def test_a_diagnosis_shared_by_two_relations_is_told_once() -> None:
    """The second relation with the same repairs points to the first."""
    other = replace(GROWTH, repairs=TOTAL.repairs)
    told = Report(checked=(replace(CHECKED, relations=(TOTAL, other)),)).to_text()
    assert told.count("204.203 million USD for imports") == 1
    assert "also       growth: before the changes: exports 12.955 million USD (-92%)" in told
    assert "ERROR r2" not in told


def test_a_witness_of_higher_severity_stands_by_itself() -> None:
    """A baseline error is no footnote of a relation that is only a warning."""
    warned = replace(TOTAL, severity=Severity.WARNING)
    told = " ".join(Report(checked=(replace(CHECKED, relations=(warned,)),)).to_text().split())
    assert "ERROR c4/china_customs/2018-07-23: imports" in told
    assert "cannot be true together with what china_customs has in print" in told


def test_a_road_over_other_prints_is_told_as_one() -> None:
    """Half a year less five months is no print of the month, and the report says so."""
    road = witness(
        "c4",
        204200000,
        as_of=None,
        compiler="",
        holds=None,
        origins=1,
        origin_names=("Reuters",),
        source="import of 2018-01/2018-06 less import of 2018-01/2018-05",
    )
    told = " ".join(Report(checked=(replace(CHECKED, witnesses=(road,)),)).to_text().split())
    assert "by another road, import of January to June 2018 less" in told
    assert "for comparison" in told


def test_a_table_that_names_no_compiler_is_told_plainly() -> None:
    """A table of one's own, of six columns, leaves no empty words behind."""
    bare = witness(
        "c4",
        204200000,
        against="my.csv",
        as_of=None,
        compiler="",
        holds=None,
        verdict=Verdict.NOT_DECIDED,
        origins=0,
        origin_names=(),
        source="",
        explanation="another compiler's count",
    )
    told = " ".join(Report(checked=(replace(CHECKED, witnesses=(bare,)),)).to_text().split())
    said = "imports 204.2 million USD in my.csv (not decided: another compiler's count)"
    assert f'"USD 241.93 million": {said}' in told


def test_a_lesser_finding_of_the_same_cause_points_to_the_first() -> None:
    """A warning stays a warning of its own, and says where its repairs are told."""
    other = replace(GROWTH, repairs=TOTAL.repairs, severity=Severity.WARNING)
    told = Report(checked=(replace(CHECKED, relations=(TOTAL, other)),)).to_text()
    assert "WARNING r2: these figures cannot all be true as they are printed" in told
    assert "likely     as for r1" in told


def test_a_repair_below_even_odds_is_called_perhaps() -> None:
    """What is unlikely is never printed under the word likely."""
    unsure = replace(TOTAL, repairs=TOTAL.repairs[1:])
    told = Report(checked=(replace(CHECKED, relations=(unsure,)),)).to_text()
    assert "perhaps    12.965 million USD" in told


def test_nothing_found_is_said_so_and_what_was_not_checkable_named() -> None:
    """A silent report still says how much of the text it covered."""
    told = of_text("Coal worth $5 went out.", ("$5",)).to_text()
    assert "Nothing was found that cannot be true." in told
    assert "not checkable: $5 (c1)" in told


def test_a_tie_names_no_figure() -> None:
    """Where it cannot be told which is wrong, none is called wrong."""
    tie = replace(TOTAL, verdict=Verdict.TIE, suspect=(), repairs=(), likely_value=None)
    report = Report(checked=(replace(CHECKED, relations=(tie,), witnesses=()),))
    assert "which one is wrong cannot be told" in report.to_text()
    assert "likely wrong" not in report.to_text()


def test_no_line_is_wider_than_asked() -> None:
    """The report fits the terminal, marks and wide characters included."""
    for width in (60, 96, 120):
        told = FLAGSHIP.to_text(width=width)
        assert max(map(text.columns, told.splitlines())) <= width


def test_colour_changes_nothing_but_colour() -> None:
    """Without its escapes the coloured report is the plain one."""
    told = FLAGSHIP.to_text(colour=True)
    for shade in ("\x1b[1;31m", "\x1b[1;33m", "\x1b[1m", "\x1b[0m"):
        told = told.replace(shade, "")
    assert told == FLAGSHIP.to_text()


def test_steering_characters_are_shown_and_not_sent() -> None:
    """An override or a terminal escape in a document is printed as its escape."""
    told = of_text("\x1b[2J \u202e$5\u202c went.", ("$5",)).to_text()
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_unread_files_are_named_at_the_end() -> None:
    """A folder read in part says which files are missing, and why."""
    report = replace(FLAGSHIP, unread=(Unread(file="a.png", reason="a.png: found a picture"),))
    assert report.to_text().endswith("not read:\n  a.png: found a picture\n")


def test_explain_gives_one_finding() -> None:
    """The row of the findings frame is what explain takes."""
    assert FLAGSHIP.explain(0).startswith("ERROR r1")
    assert FLAGSHIP.explain(-1).startswith("WARNING")


def test_require_none_raises_a_readable_finding() -> None:
    """The message of the error is the finding itself."""
    with pytest.raises(FindingsError, match="cannot all be true") as raised:
        FLAGSHIP.require_none()
    assert "241.93" in str(raised.value)
    assert "(and 3 more)" in str(raised.value)
    of_text("Nothing here.").require_none("note")


def test_exit_status_follows_the_level() -> None:
    """Only a finding at or above the level makes the status 1."""
    warned = replace(TOTAL, severity=Severity.WARNING)
    report = Report(checked=(replace(CHECKED, relations=(warned,), witnesses=()),))
    assert [report.exit_status(level) for level in ("error", "warning", "never")] == [0, 1, 0]


def test_claims_are_a_table() -> None:
    """Every claim stands on one line with what it is about."""
    told = text.claims_text(FLAGSHIP)
    assert "c4     4  USD 241.93 million" in told
    assert "imports of North Korea from China, June 2018" in told
