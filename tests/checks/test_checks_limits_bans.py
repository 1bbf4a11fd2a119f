"""Trade reported while a UN measure forbids it is a note, and nothing more.

Source: UN Security Council resolutions 2371 (5 August 2017) and 2397 (22 December 2017), as the
register has them.
"""

from datetime import date

import pytest
from told import citation, claim, reading, statement

from nktrade.checks.bans import bans
from nktrade.core.amount import Amount
from nktrade.core.claims import Claim, Statement
from nktrade.core.codes import Approx, Channel, Flow, Kind, Severity, Standing

PUBLISHED = date(2020, 4, 30)


def test_one_note_names_all_that_one_measure_concerns() -> None:
    """Two amounts and a statement of coal in 2019 are one note on paragraph 8 of 2371."""
    told = reading(
        claim("c1", "3700000", "t", "2019-01/2019-08"),
        claim("c2", "370000000", "USD", "2019-01/2019-08"),
        statement("s1", "continues"),
    )
    (note,) = bans(told, PUBLISHED)
    assert (note.holds, note.verdict, note.severity) == (None, None, Severity.NOTE)
    assert note.args == (("claims", ("c1", "c2")), ("statements", ("s1",)))
    assert "reported inside a ban: resolution 2371, paragraph 8" in note.explanation
    assert "foreign coal shipped through Rajin" in note.explanation
    assert "not yet compared with the resolution" in note.explanation


def test_goods_of_one_list_are_one_note() -> None:
    """Buses, trucks and cars that came in are told once under one paragraph, in their words."""
    listed = [
        statement(
            f"s{number}",
            "moved",
            "2019",
            flow=Flow.IMPORT,
            commodity=goods,
            surface="Imported were buses, trucks and cars",
        )
        for number, goods in enumerate(("buses", "trucks", "cars"), start=1)
    ]
    (note,) = bans(reading(*listed), PUBLISHED)
    assert note.explanation.startswith("buses, trucks and cars imports of North Korea from China")
    assert 's1, s2, s3 "Imported were buses, trucks and cars" (alleged)' in note.explanation


def test_what_customs_recorded_is_said_to_be_recorded() -> None:
    """Official imports of seafood by China in 2018, seen from China, are "recorded inside a ban"."""
    seen = claim(
        "c1",
        "1000000",
        "USD",
        "2018-06",
        flow=Flow.IMPORT,
        reporter="CHN",
        partner="PRK",
        commodity="seafood",
        channel=Channel.RECORDED,
        standing=Standing.OFFICIAL,
    )
    (note,) = bans(reading(seen), PUBLISHED)
    assert "recorded inside a ban" in note.explanation
    assert "until 2017-09-04" in note.explanation


@pytest.mark.parametrize(
    "told",
    [
        claim("c1", "3700000", "t", "2017"),
        claim("c1", "3700000", "t", "2016-01"),
        claim("c1", "3700000", "t", "2019", reporter="AUS"),
        claim("c1", "3700000", "t", "2019", flow=Flow.IMPORT),
        claim("c1", "3700000", "t", "2019", commodity="rice", flow=Flow.IMPORT),
        claim("c1", "3700000", "t", "2019", standing=Standing.HYPOTHETICAL),
        claim("c1", "100", "percent", "2019", kind=Kind.CHANGE_PCT, sign="-"),
        claim("c1", "0", "t", "2019"),
        claim("c1", "0", "t", "2019", amount=Amount(digits="0", approx=Approx.AT_LEAST)),
        claim("c1", "3700000", "t", "2019", repeats="c0"),
        statement("s1", "ceased", "2019"),
        statement("s1", "banned", "2019"),
        statement("s1", "continues", flow=Flow.TOTAL),
    ],
    ids=str,
)
def test_nothing_is_noted_where_no_ban_binds(told: Claim | Statement) -> None:
    """Before the ban, half before it, other sides, other goods, suppositions, nothing traded."""
    assert bans(reading(told), PUBLISHED) == ()


def test_what_is_planned_is_expected_inside_a_ban() -> None:
    """A goal of sending workers, undated, speaks of the time of its text; nobody reports that it happened."""
    known = {"unit": "person", "commodity": "labour", "partner": "RUS"}
    goal = claim("c1", "10000", standing=Standing.FORECAST, **known)
    notes = bans(reading(goal), PUBLISHED)
    assert all(" expected " in one.explanation for one in notes)
    assert any("resolution 2397, paragraph 8" in one.explanation for one in notes)
    undated = bans(reading(goal, citation(2397)), None)
    assert any("stands if it speaks" in one.explanation for one in undated)


def test_a_ban_with_exceptions_says_so() -> None:
    """Resolution 2270 let coal for livelihood purposes pass, so the note of 2016 names the exception."""
    (note,) = bans(reading(claim("c1", "3700000", "t", "2016-10")), PUBLISHED)
    assert "inside a ban with exceptions: resolution 2270" in note.explanation
    assert "exclusively livelihood purposes" in note.explanation


def test_an_undated_text_must_speak_of_the_measures_itself() -> None:
    """Without any date a note stands only where the text cites a resolution, and says on what it rests."""
    undated = statement("s1", "continues")
    assert bans(reading(undated), None) == ()
    (note,) = bans(reading(undated, citation(2371)), None)
    measure, who, rests_on, *_ = note.explanation.split("; ")
    assert ("resolution 2371" in measure, "s1" in who) == (True, True)
    assert "stands if it speaks of a day in force" in rests_on
    (dated,) = bans(reading(undated), PUBLISHED)
    assert "stands if" not in dated.explanation


def test_workers_are_noted_after_the_deadline_alone() -> None:
    """Paragraph 8 of 2397 asked states to send workers home by 22 December 2019."""
    known = {"unit": "person", "commodity": "labour", "partner": "RUS"}
    before = bans(reading(claim("c1", "10000", when="2019-06", **known)), PUBLISHED)
    after = bans(reading(claim("c1", "10000", when="2020-03", **known)), PUBLISHED)
    assert not any("paragraph 8:" in one.explanation for one in before)
    assert any("sent home by 2019-12-22" in one.explanation for one in after)


def test_nobody_is_accused_in_our_own_voice() -> None:
    """No note says illegal, violation or false."""
    told = reading(claim("c1", "3700000", "t", "2019"), statement("s1", "continues"))
    for note in bans(told, PUBLISHED):
        for word in ("illegal", "violat", "false"):
            assert word not in note.explanation
