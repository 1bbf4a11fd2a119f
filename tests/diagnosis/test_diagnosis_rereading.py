"""What is inferred is read otherwise before anybody is accused, and the text's own figures decide."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from judged_claims import BEFORE, NOW, judged, rise, told
from told import claim

from nktrade.checks import CHECKS
from nktrade.core.claims import Alternative, Claim
from nktrade.core.codes import Flow, Kind, Severity, Verdict
from nktrade.diagnosis.doubt import misreading, rereadings
from nktrade.diagnosis.rereading import Rereading, Witnessed, witnessed
from nktrade.ledger.ledger import Ledger


def carried(name: str, digits: str, flow: Flow, **known: Any) -> Claim:  # noqa: ANN401 - fields of every type
    """The same of the third sentence, whose month was carried over from the one before."""
    return told(name, digits, flow, sure={"period": 0.8}, inferred=("period",), sentence=3, **known)


TOTAL = told("c1", "13.26", Flow.TOTAL)
EXPORTS, IMPORTS = carried("c2", "5.93", Flow.EXPORT), carried("c3", "8.88", Flow.IMPORT)


def test_another_month_that_other_figures_bear_out_is_the_right_one() -> None:
    """5.93 and 8.88 are no 13.26, but they are the 14.81 of the year before."""
    year_before = told("c4", "14.81", Flow.TOTAL, BEFORE, sentence=1)
    found = judged(TOTAL, EXPORTS, IMPORTS, year_before)["total"]
    assert (found.verdict, found.severity, found.holds) == (
        Verdict.MISREADING,
        Severity.NOTE,
        None,
    )
    assert "other figures bear out another period of c2, c3: 2020-08" in found.explanation


def test_what_no_other_reading_mends_is_an_error() -> None:
    """With no other month in the text, and nothing that another would fit, the sum accuses."""
    found = judged(TOTAL, EXPORTS, IMPORTS)["total"]
    assert found.severity is Severity.ERROR


def test_a_month_that_was_carried_over_a_nearer_one_accuses_nobody() -> None:
    """The sentence before tells of July alone: more likely that is what is told of, and not August."""
    july = told("c4", "7.77", Flow.TOTAL, "2021-07", sentence=2)
    found = judged(TOTAL, EXPORTS, IMPORTS, july)["total"]
    assert found.severity is Severity.NOTE
    assert "may speak of another period:" in found.explanation
    meant = replace(IMPORTS, alternatives=(Alternative("period", "2021-07", 0.3),))
    found = judged(TOTAL, EXPORTS, meant, july)["total"]
    assert "may speak of another period 2021-07:" in found.explanation
    coal = told("c5", "1.02", Flow.EXPORT, sentence=2, commodity="coal")
    assert judged(TOTAL, EXPORTS, IMPORTS, july, coal)["total"].severity is Severity.ERROR


def test_a_month_that_is_named_later_was_not_carried_over() -> None:
    """July is told before the total, or behind it alone: what a reader carries on has been said before."""
    unsure = {"sure": {"period": 0.8, "reporter": 0.8}, "inferred": ("period", "reporter")}
    both = [
        told(name, digits, flow, sentence=3, **unsure)
        for name, digits, flow in (("c2", "5.93", Flow.EXPORT), ("c3", "8.88", Flow.IMPORT))
    ]
    before = told("c4", "7.77", Flow.EXPORT, "2021-07", sentence=0)
    behind = told("c4", "7.77", Flow.EXPORT, "2021-07", sentence=9)
    assert judged(TOTAL, *both, before)["total"].severity is Severity.NOTE
    assert judged(TOTAL, *both, behind)["total"].severity is Severity.ERROR


def test_an_old_level_may_be_of_the_year_before_another_time_that_is_named() -> None:
    """A year earlier than July to August the export was 5.5: read so, and not of last August, up 30 percent holds."""
    both, past = "2021-07/2021-08", "2020-08"
    rise = {"flow": Flow.EXPORT, "kind": Kind.CHANGE_PCT, "sign": "+", "base": "year_earlier"}
    found = judged(
        told("c1", "5.93", Flow.EXPORT),
        claim("c2", "57", "percent", NOW, commodity="all", **rise),
        told("c3", "7.15", Flow.EXPORT, both, sentence=1),
        claim("c4", "30", "percent", both, commodity="all", sentence=1, **rise),
        carried("c5", "5.5", Flow.EXPORT, when=past),
    )
    assert found["change"].severity is Severity.NOTE
    assert "2020-07/2020-08" in found["change"].explanation


def test_figures_that_fit_as_read_speak_against_a_rival() -> None:
    """July stands in the text too, but August's exports and imports are printed again, and agree."""
    july = told("c4", "7.77", Flow.TOTAL, "2021-07", sentence=1)
    again = [
        told("c5", "5.93", Flow.EXPORT, sentence=5),
        told("c6", "8.88", Flow.IMPORT, sentence=5),
    ]
    found = judged(TOTAL, EXPORTS, IMPORTS, july, *again)["total"]
    assert found.severity is Severity.ERROR


def test_a_slip_cannot_be_read_away() -> None:
    """A surplus with the sides exchanged is a deficit: that the balance then closes proves nothing."""
    exports, imports = told("c1", "0.954", Flow.EXPORT), told("c2", "1.072", Flow.IMPORT)
    surplus = told("c3", "0.118", Flow.BALANCE, sign="+", sentence=1)
    inferred: dict[str, Any] = {
        "sure": {"reporter": 0.8, "partner": 0.8},
        "inferred": ("reporter", "partner"),
    }
    carried_over = told("c3", "0.118", Flow.BALANCE, sign="+", sentence=1, **inferred)
    for balance in (surplus, carried_over):
        assert judged(exports, imports, balance)["balance"].severity is Severity.ERROR


def test_words_for_a_wrong_month_are_suspect_where_the_text_bears_another_out() -> None:
    """586 million of September are the 586.4 of October, and no fall leads from one to the other."""
    september = told("c1", "586", Flow.IMPORT, "2014-09", sentence=1)
    october = told("c2", "586.4", Flow.IMPORT, "2014-10", sentence=2)
    fall = claim(
        "c3", "57.7", "percent", "2014-10", kind=Kind.CHANGE_PCT, sign="-", base="month_earlier",
        flow=Flow.IMPORT, commodity="all", sentence=2,
    )  # fmt: skip
    found = judged(september, october, fall)["change"]
    assert (found.severity, found.verdict) == (Severity.ERROR, Verdict.TIE)
    assert set(found.suspect) == {"c1", "c2", "c3"}
    assert "another period of c1: 2014-10" in found.explanation
    alone = judged(told("c1", "611", Flow.IMPORT, "2014-09", sentence=1), october, fall)["change"]
    assert "another period" not in alone.explanation


def test_a_turned_direction_word_is_repaired_by_its_sign() -> None:
    """Down 5.84 percent, then up 5.8: either word may be the wrong one, and no digit has to change."""
    changes = [
        claim(
            name, digits, "percent", "2014-07", kind=Kind.CHANGE_PCT, sign=sign, base="year_earlier",
            flow=Flow.TOTAL, commodity="all", sentence=number,
        )
        for number, (name, digits, sign) in enumerate((("c1", "5.84", "-"), ("c2", "5.8", "+")), 1)
    ]  # fmt: skip
    found = judged(*changes)["told twice"]
    assert (found.severity, found.suspect) == (Severity.ERROR, ("c1", "c2"))
    turned = {
        name: value for one in found.repairs if one.kind == "sign" for name, value in one.values
    }
    assert turned == {"c1": Fraction("-5.84"), "c2": Fraction("-5.8")}


def other_readings(*claims: Claim) -> set[str]:
    """The other readings that are tried on a relation of these claims."""
    asked: list[Rereading] = []

    def reread(readings: Sequence[Rereading]) -> list[Witnessed]:
        asked.extend(readings)
        return [Witnessed(frozenset(), frozenset())] * (len(readings) + 1)

    misreading(("told twice", frozenset(one.id for one in claims)), claims, claims, reread)
    return {one.meant for one in asked if one.field == "sides"}


def test_totals_have_no_other_sides() -> None:
    """Trade of A with B is trade of B with A: exchanged, the sides of a total are no other reading."""
    guessed = {"sure": {"reporter": 0.8, "partner": 0.8}, "inferred": ("reporter", "partner")}
    assert other_readings(told("c1", "13.26", Flow.EXPORT, **guessed)) == {
        "another sides of c1: CHN and PRK"
    }
    assert other_readings(told("c1", "13.26", Flow.TOTAL, **guessed)) == set()


def test_another_partner_named_elsewhere_is_no_doubt_about_the_reporter() -> None:
    """Exports less imports are no deficit of 5.1; that exports to China are told too changes nothing."""
    sides = {"reporter": "KOR", "partner": "WLD"}
    sure = {"partner": 0.6}
    exports = told("c1", "32.96", Flow.EXPORT, sentence=1, sure=sure, **sides)
    kept = {
        **sides,
        "sure": {**sure, "reporter": 0.8, "period": 0.8},
        "inferred": ("reporter", "period"),
    }
    imports = told("c2", "37.06", Flow.IMPORT, sentence=2, **kept)
    deficit = told("c3", "5.1", Flow.BALANCE, sentence=2, sign="-", **kept)
    to_china = told("c4", "1.2", Flow.EXPORT, sentence=4, reporter="KOR", partner="CHN")
    assert judged(exports, imports, deficit, to_china)["balance"].severity is Severity.ERROR


def test_readings_tried_together_say_what_each_says_alone() -> None:
    """One frame of all other readings is as many frames of one: none sees the others' figures."""
    year_before = told("c4", "14.81", Flow.TOTAL, BEFORE, sentence=1)
    claims = (TOTAL, EXPORTS, IMPORTS, year_before)
    frame = Ledger.of(claims).frame
    readings = rereadings((TOTAL, EXPORTS, IMPORTS), claims)
    as_read, *others = witnessed(frame, CHECKS, readings)
    assert len(readings) > 1
    assert len({other.holds for other in others}) > 1
    for one, other in zip(readings, others, strict=True):
        assert witnessed(frame, CHECKS, [one]) == (as_read, other)


@pytest.mark.parametrize(
    ("when", "known", "is_meant"),
    [
        ("2014-10", {}, True),
        ("2014", {}, False),
        ("2014-10", {"sure": {"period": 0.8}, "inferred": ("period",)}, False),
        ("2014-09", {}, False),
    ],
)
def test_a_wrong_month_is_one_that_words_name_and_as_long(
    when: str, known: dict[str, Any], *, is_meant: bool
) -> None:
    """The 586 of September are the 586.4 of October; of a year, or of a guess, they are not."""
    found = judged(
        told("c1", "586", Flow.EXPORT, "2014-09", sentence=1),
        told("c2", "113", Flow.IMPORT, "2014-09", sentence=2),
        told("c3", "317", Flow.TOTAL, "2014-09", sentence=2),
        told("c4", "586.4", Flow.EXPORT, when, sentence=5, **known),
    )["total"]
    assert found.severity is Severity.ERROR
    assert ("another period of c1" in found.explanation) is is_meant


def test_no_sentence_goes_on_about_the_time_of_a_level_compared_with() -> None:
    """Beside the total of August its total of July is what that is held to: what follows is not of July."""
    exports, imports = replace(EXPORTS, sentence=4), replace(IMPORTS, sentence=4)
    july = told("c4", "7.77", Flow.TOTAL, "2021-07", sentence=2)
    between = told("c6", "1.02", Flow.EXPORT, sentence=3, commodity="coal")
    alone = judged(TOTAL, exports, imports, july, replace(between, period=july.period))["total"]
    assert alone.severity is Severity.NOTE
    august = told("c5", "13.26", Flow.TOTAL, sentence=2)
    assert judged(TOTAL, exports, imports, july, august)["total"].severity is Severity.ERROR


def test_a_time_compared_with_is_one_as_long_and_before() -> None:
    """Beside the total of August stands that of July, which it is held to; that of the half year is a figure of its own."""
    august = told("c5", "13.26", Flow.TOTAL, sentence=2)
    for when, is_named in (("2021-07", False), ("2021-01/2021-06", True), ("2021-09", True)):
        other = told("c4", "7.77", Flow.TOTAL, when, sentence=2)
        text = (august, other, EXPORTS)
        read = [one for one in rereadings([EXPORTS], text) if one.meant.endswith(when)]
        assert [one.is_named for one in read] == [is_named]


@pytest.mark.parametrize(
    ("base", "inferred", "meant"),
    [
        ("year_earlier", ("base",), ["another base of c2: month_earlier"]),
        ("month_earlier", ("base",), ["another base of c2: year_earlier"]),
        ("since:1990", ("base",), []),
        ("year_earlier", (), []),
    ],
)
def test_what_a_change_is_over_is_guessed_between_year_and_month(
    base: str, inferred: tuple[str, ...], meant: list[str]
) -> None:
    """Where words do not say it; since a year that is named, or over what words say, it is nothing else."""
    change = rise("c2", "57", Flow.EXPORT, inferred=inferred)
    change = replace(change, base=base)
    read = [one.meant for one in rereadings([change], [change]) if one.field == "base"]
    assert read == meant


def test_a_plain_sentence_has_no_time_that_is_named_behind_it() -> None:
    """Exports and imports go on about August, which words name; last August is told by a later sentence alone."""
    total = told("c1", "13.26", Flow.TOTAL, sentence=0)
    later = told("c4", "14.81", Flow.TOTAL, BEFORE, sentence=9)
    assert judged(total, EXPORTS, IMPORTS, later)["total"].severity is Severity.ERROR
    doubted = [replace(one, is_plain=False) for one in (EXPORTS, IMPORTS)]
    assert judged(total, *doubted, later)["total"].severity is Severity.NOTE
