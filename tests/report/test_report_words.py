"""Numbers, periods, chances and subjects are said as a reader writes them."""

from dataclasses import replace
from fractions import Fraction

import pytest
from report_flagship import CLAIMS, GROWTH, TOTAL

from nktrade.core.codes import Flow, Kind
from nktrade.core.documents import Document
from nktrade.core.findings import Relation
from nktrade.core.interval import Interval
from nktrade.core.period import Period
from nktrade.report import quantities, visible, words
from nktrade.report.equation import equation
from nktrade.report.excerpt import OTHER, SUSPECT, Spot, excerpt, lines

BY_ID = {claim.id: claim for claim in CLAIMS}


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (Fraction(2_180_000_000), "USD", "2.18 billion USD"),
        (Fraction(12_955), "t", "12,955 t"),
        (Fraction(1, 3), "x", "0.333333 times"),
        (Fraction(370), "count", "370"),
        (Fraction(-5, 2), "percent", "-2.5%"),
        (Fraction(0), "USD", "0 USD"),
        (Fraction(7), None, "7 (unit not read)"),
    ],
)
def test_a_quantity_is_said_with_its_counting_word(value: Fraction, unit: str, said: str) -> None:
    """Digits are exact where twelve can say them, and units are the reader's."""
    assert quantities.quantity(value, unit) == said


def test_open_intervals_are_said_as_least_and_most() -> None:
    """An open end is no number."""
    assert quantities.span(Interval.of(24, None), "count") == "at least 24"
    assert quantities.span(Interval.of(None, 5), "t") == "at most 5 t"
    assert quantities.span(Interval.of(None, None), "t") == "any value"
    assert quantities.about(Interval.of(24, None), "count") == "at least 24"


def test_no_digit_is_finer_than_the_width_allows() -> None:
    """A middle or an end is rounded to what the interval knows, and an exact value is whole."""
    assert (
        quantities.about(Interval.of("50630900", "72699200"), "USD") == "50.6 to 72.7 million USD"
    )
    assert quantities.about(Interval.of("254879500", "254890500"), "USD") == "254.885 million USD"
    assert quantities.about(Interval.of("217.158", "217.158"), "t") == "217.158 t"
    assert quantities.about(Interval.of(10**400, 3 * 10**400), "t").endswith(" billion t")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2018", "2018"),
        ("2016/2018", "2016 to 2018"),
        ("2017-12/2018-01", "December 2017 to January 2018"),
        ("2018-06-01/2018-06-20", "2018-06-01 to 2018-06-20"),
    ],
)
def test_periods_are_said_in_words(written: str, said: str) -> None:
    """Whole years and months by name, days as they are."""
    assert words.period(Period.of(written)) == said


def test_no_chance_is_finer_than_five_per_cent() -> None:
    """Certainty is never printed, and neither is a false precision."""
    assert words.chance(1.0) == "virtually certain, over 95%"
    assert words.chance(0.0) == "very unlikely, under 5%"
    assert words.chance(0.437) == "about as likely as not, about 45%"


def test_a_subject_says_goods_flow_sides_and_period() -> None:
    """A claim is named as a reader would name it."""
    claim = replace(BY_ID["c1"], commodity="coal", kind=Kind.UNIT_PRICE)
    assert words.subject(claim) == "price of coal exports of North Korea to China, June 2018"
    lumped = replace(BY_ID["c4"], partner="CHN,RUS", period=None)
    assert words.subject(lumped) == "imports of North Korea from China and Russia"
    bare = replace(BY_ID["c4"], flow=None, reporter=None, partner=None, period=None)
    assert words.subject(bare) == "trade"


def test_an_equation_says_both_sides_and_the_miss() -> None:
    """12.955 and 241.93 make 254.885, which is 37.727 too much."""
    assert equation(TOTAL, BY_ID) == (
        "exports 12.955 million USD + imports 241.93 million USD = 254.885 million USD is not "
        "total trade 217.158 million USD: 37.727 million USD too much"
    )


def test_a_change_is_said_with_its_sign() -> None:
    """A fall is a minus, and what tells the levels apart is their period."""
    before = replace(BY_ID["c4"], id="c0", period=Period.of("2017-06"))
    relation = Relation(
        id="r1",
        document="june-2018",
        check="change",
        type="change_pct",
        args=(("new", ("c4",)), ("pct", ("c3",)), ("old", ("c0",))),
        left=Interval.of(241925000, 241935000),
        right=Interval.of(151000000, 151300000),
        gap=Interval.of(-90935000, -90625000),
        holds=False,
    )
    said = equation(relation, {**BY_ID, "c0": before})
    assert said.startswith("June 2018 241.93 million USD is not June 2017 241.93 million USD")
    assert "changed by -37.5%" in said
    assert "too little" in said


def test_growth_is_told_before_the_changes() -> None:
    """Each level stands with its own printed change, and both sides with what they make."""
    told = equation(GROWTH, BY_ID)
    assert "exports 12.955 million USD (-92%) + imports 241.93 million USD (-37.5%) = 550" in told
    assert "is not total trade 217.158 million USD (-55.5%) = 488 million USD" in told
    assert told.endswith("50.6 to 72.7 million USD too much")


def test_a_relation_without_a_plain_form_says_what_each_road_makes() -> None:
    """Where no words are laid down for a type, its two sides are told by what they make."""
    told = equation(replace(GROWTH, type="fact"), BY_ID)
    assert "one road makes 550 million USD, the other 488 million USD" in told


def test_what_holds_is_said_with_an_equals() -> None:
    """A relation that holds says no miss."""
    held = replace(TOTAL, holds=True, gap=Interval.of(-1, 1))
    assert equation(held, BY_ID).endswith("= total trade 217.158 million USD")


def test_an_unknown_area_is_left_as_it_is() -> None:
    """A code that the table does not hold is shown, not dropped."""
    assert words.area_name("QQZ") == "QQZ"
    assert words.flow(replace(BY_ID["c1"], flow=Flow.BALANCE)) == "balance"


def test_wide_characters_take_two_columns() -> None:
    """Marks stand beneath their figure in Korean too."""
    document = Document(id="d", text="석탄 수출은 5만 톤이다", line_starts=(0,))
    start = document.text.index("5만")
    shown = lines(excerpt(document, [Spot(start, start + 2, SUSPECT)]))
    assert shown[1].index("^") == visible.columns(shown[0][: shown[0].index("5만")])
    assert shown[1].count("^") == 3


def test_an_excerpt_of_one_endless_word_stays_short() -> None:
    """Ten million characters without a blank give a few rows."""
    document = Document(id="d", text="x" * 10_000_000)
    rows = excerpt(document, [Spot(5_000_000, 5_000_003, OTHER)], width=60)
    assert sum(len(row.words) for row in rows) < 200
    assert sum(row.marks.count("~") for row in rows) == 3


def test_a_clipped_text_fits() -> None:
    """Cutting counts columns, not characters."""
    assert visible.clipped("석탄수출", 5) == "석탄…"
    assert visible.clipped("coal", 4) == "coal"


def test_a_claim_is_spoken_of_by_its_printed_words() -> None:
    """An id alone becomes the words; one beside its words, in a longer word or unknown stays."""
    claims = {one.id: one for one in CLAIMS}
    assert words.spoken("c1: one digit changed", claims) == '"12,955,000 USD": one digit changed'
    assert words.spoken("another period of c4, c5", claims) == (
        'another period of "USD 241.93 million", "55.5 percent"'
    )
    for kept in ('c1 "12,955,000 USD": exports', "c99: nothing", "abc1", "c1x"):
        assert words.spoken(kept, claims) == kept
