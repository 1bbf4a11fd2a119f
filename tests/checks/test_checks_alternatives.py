"""What is an alternative to a claim, and what is the same number printed again."""

from fractions import Fraction
from typing import Any

import pytest
from june_amounts import MILLION, told
from told import failing, relations

from nktrade.checks import CHECKS
from nktrade.checks.relations import relate
from nktrade.checks.slips import may_be_slip, may_be_turned
from nktrade.core.amount import Amount
from nktrade.core.codes import Approx, Flow, Kind
from nktrade.ledger.ledger import Ledger

EXPORTS, IMPORTS = told("c1", "811.0", Flow.EXPORT), told("c2", "575.2", Flow.IMPORT)


@pytest.mark.parametrize("sentence", [0, 1])
def test_a_rounder_print_of_a_total_saves_no_sum(sentence: int) -> None:
    """811.0 and 575.2 are not 1,370; that the headline says 1.4 billion changes nothing, nor does the order."""
    fine = told("c3", "1370.1", Flow.TOTAL, sentence=sentence)
    round_one = told("c4", "1.4", Flow.TOTAL, scale=10**9, sentence=2)
    for every in ((EXPORTS, IMPORTS, fine, round_one), (fine, EXPORTS, IMPORTS, round_one)):
        assert ("total", frozenset({"c1", "c2", "c3"})) in failing(*every)


def test_another_amount_for_a_cell_is_an_alternative() -> None:
    """A second total, for which the sum holds, may be a revision of the first."""
    first = told("c3", "1290.4", Flow.TOTAL, sentence=1)
    second = told("c4", "1386.2", Flow.TOTAL, sentence=2)
    assert failing(EXPORTS, IMPORTS, first, second) == set()


def test_a_sentence_that_tells_all_of_a_sum_adds_up_by_itself() -> None:
    """Exports, imports and their total of one sentence must fit, whatever total another gives."""
    own = told("c3", "1290.4", Flow.TOTAL)
    other = told("c4", "1386.2", Flow.TOTAL, sentence=2)
    assert failing(EXPORTS, IMPORTS, own, other) == {("total", frozenset({"c1", "c2", "c3"}))}


def test_two_prints_a_slip_apart_are_one_number_misprinted() -> None:
    """118.7 in the headline and 181.7 in the body: two digits were exchanged."""
    head, body = told("c1", "118.7", Flow.EXPORT), told("c2", "181.7", Flow.EXPORT, sentence=2)
    assert failing(head, body) == {("told twice", frozenset({"c1", "c2"}))}


@pytest.mark.parametrize(
    "known",
    [
        {"digits": "143.9", "inferred": ("commodity",)},
        {"digits": "118.8"},
        {"digits": "181.7", "version": "revised"},
        {"digits": "181.7", "when": "2018-05"},
        {"digits": "181.7", "place": "Dandong"},
        {"digits": "181.7", "sentence": 0},
    ],
)
def test_other_amounts_are_not_held_equal(known: dict[str, Any]) -> None:
    """Another amount that may be of goods, a small revision, a named one, another month or place, one sentence."""
    body = told("c2", **({"digits": "", "flow": Flow.EXPORT, "sentence": 2} | known))
    assert failing(told("c1", "118.7", Flow.EXPORT), body) == set()


def test_two_amounts_of_one_cell_in_one_sentence_were_mixed_up_by_us() -> None:
    """A deficit read as imports beside the imports: neither speaks against the headline's."""
    head, body = told("c1", "118.7", Flow.IMPORT), told("c2", "181.7", Flow.IMPORT, sentence=2)
    assert failing(head, body, told("c3", "99.4", Flow.IMPORT, sentence=2)) == set()


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("5.84", "5.8", True),
        ("62.9", "62.92", True),
        ("64", "64.58", True),
        ("5.84", "5.7", False),
        ("6", "6.2", False),
    ],
)
def test_a_wrong_direction_word_is_told_by_two_digits(
    one: str, other: str, *, is_one: bool
) -> None:
    """Up 5.84 percent and down 5.8 is one change; with one digit it may be another."""
    assert may_be_turned(Amount(digits=one), Amount(digits=other)) is is_one


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("241.93", "214.93", True),
        ("12.955", "12955", True),
        ("204.193", "24.193", True),
        ("21.6", "12.5", False),
        ("11.2", "1.1", False),
        ("2.63", "2.64", False),
        ("695089", "699089", True),
        ("695089", "699112", False),
        ("241", "214", True),
        ("24", "42", False),
        ("200.0", "202.0", False),
        ("200.0", "203.0", True),
        ("21", "2100", True),
        ("2", "2000", False),
    ],
)
def test_a_slip_is_told_by_its_digits(one: str, other: str, *, apart: bool) -> None:
    """Exchanged, shifted and dropped digits part two prints; few digits or a small change do not."""
    prints = Amount(digits=one), Amount(digits=other)
    assert (may_be_slip(*prints) or may_be_slip(*reversed(prints))) is apart


@pytest.mark.parametrize(("one", "other"), [("1.875", "1.75"), ("1.75", "1.875")])
def test_a_digit_is_dropped_or_doubled_behind_the_point(one: str, other: str) -> None:
    """The digits before the point stay before it."""
    assert may_be_slip(Amount(digits=one), Amount(digits=other))


def test_an_open_print_makes_no_slip_of_another_a_matter_of_rounding() -> None:
    """Down 42.26 percent from 34.71 to "less than 20" may be so; to 19.917, as the text says too, not."""
    before = told("c1", "34.71", Flow.EXPORT, when="2017-06")
    change = {"kind": Kind.CHANGE_PCT, "unit": "percent", "scale": 1, "base": "year_earlier"}
    fall = told("c2", "42.26", Flow.EXPORT, **change, sign="-")
    less = Amount(digits="20", scale=Fraction(MILLION), approx=Approx.LESS_THAN)
    head = told("c3", "20", Flow.EXPORT, amount=less)
    body = told("c4", "19.917", Flow.EXPORT, sentence=2)
    alone, both = (
        relate(Ledger.of(claims).frame, CHECKS).holds_wide.all()
        for claims in ((before, fall, head), (before, fall, head, body))
    )
    assert alone
    assert not both


def test_trade_within_a_union_is_no_part_of_its_trade_with_others() -> None:
    """EU countries sold each other 202.6 billion euros, and the rest of the world 199.6 (Eurostat)."""
    union = {"unit": "EUR", "reporter": "EUU", "scale": 10**9}
    inner = told("c1", "202.6", Flow.EXPORT, **union, partner="EUU")
    outer = told("c2", "199.6", Flow.EXPORT, **union, partner="WLD")
    assert failing(inner, outer) == set()


def test_goods_apart_are_together_no_more_than_all_goods() -> None:
    """Iron ore, clothing and seafood for 72.7 million do not fit into 63.9 million of all goods."""
    goods = {"iron ore": "21.6", "clothing": "37.2", "seafood": "13.9"}
    parts = [
        told(f"c{number}", digits, Flow.IMPORT, commodity=name)
        for number, (name, digits) in enumerate(goods.items(), start=1)
    ]
    assert failing(*parts, told("c9", "93.9", Flow.IMPORT)) == set()
    assert failing(*parts, told("c9", "63.9", Flow.IMPORT)) != set()


def test_coal_is_not_counted_beside_the_fuels_that_hold_it() -> None:
    """Mineral fuels of 60 and coal of 50 million fit into 70 million of all goods."""
    fuels, coal = (
        told(name, digits, Flow.IMPORT, commodity=good)
        for name, digits, good in (("c1", "60.0", "mineral fuels"), ("c2", "50.0", "coal"))
    )
    assert failing(fuels, coal, told("c3", "70.0", Flow.IMPORT)) == set()


def test_yuan_and_dollars_meet_at_the_rate_of_their_time() -> None:
    """4.872 billion yuan are 718 million dollars in January 2020, not 178 million."""
    yuan = told("c1", "4.872", Flow.IMPORT, unit="CNY", when="2020-01", scale=10**9)
    dollars = {"when": "2020-01", "restates": "c1"}
    assert failing(yuan, told("c2", "718.0", Flow.IMPORT, **dollars)) == set()
    assert failing(yuan, told("c2", "178.0", Flow.IMPORT, **dollars)) == {
        ("exchange", frozenset({"c1", "c2"}))
    }


def test_two_offices_that_nobody_names_may_each_have_counted() -> None:
    """Swiss exports of 21.6 and Hong Kong's imports of 12.5 billion francs need not agree."""
    sold = told("c1", "21.6", Flow.EXPORT, unit="CHF", reporter="CHE", partner="HKG")
    bought = told("c2", "12.5", Flow.IMPORT, unit="CHF", reporter="HKG", partner="CHE")
    assert failing(sold, bought) == set()


@pytest.mark.parametrize(("sentence", "is_held"), [(1, True), (2, False)])
def test_barrels_and_tonnes_of_one_sentence_are_one_amount(sentence: int, *, is_held: bool) -> None:
    """A panel's 1.39 million barrels and the 19,000 tonnes that a state reported are two counts."""
    oil = {"commodity": "refined petroleum", "scale": 1}
    barrels = told("c1", "1390000", Flow.EXPORT, unit="bbl", sentence=1, **oil)
    tonnes = told("c2", "19000", Flow.EXPORT, unit="t", sentence=sentence, **oil)
    expected = {("conversion", frozenset({"c1", "c2"}))} if is_held else set()
    assert failing(barrels, tonnes) == expected


def test_a_share_of_an_amount_is_of_the_limit_that_its_sentence_tells() -> None:
    """A quarter of 500,000 barrels: what is no part of the cap is no part of the share."""
    oil = {"commodity": "refined petroleum", "scale": 1, "unit": "bbl"}
    moved = told("c1", "125000", Flow.IMPORT, **oil)
    cap = told("c2", "500000", Flow.IMPORT, kind=Kind.CAP, **oil)
    share = told(
        "c3",
        "25",
        Flow.IMPORT,
        kind=Kind.SHARE_PCT,
        share_of="50만 배럴",
        **oil | {"unit": "percent"},
    )
    nothing = told("c4", "0", Flow.IMPORT, sentence=2, **oil)
    assert failing(moved, cap, share) == set()
    assert not any("c1" in names for _, names in failing(moved, cap, share, nothing))


SOLD = {"reporter": "PRK", "partner": "CHN", "source": ("China customs",)}
BOUGHT = {"reporter": "CHN", "partner": "PRK", "source": ("China customs",), "sentence": 2}


def test_one_office_counts_a_flow_alike_from_both_sides() -> None:
    """What the North sold China is what China bought from it."""
    sold, bought = (
        told("c1", "34.2", Flow.EXPORT, **SOLD),
        told("c2", "290.7", Flow.IMPORT, **BOUGHT),
    )
    assert failing(sold, bought) == {("mirror", frozenset({"c1", "c2"}))}


def test_two_sides_whose_prints_touch_are_one_number() -> None:
    """118.55 may be printed as 118.5 and as 118.6."""
    sold = told("c1", "118.5", Flow.EXPORT, reporter="PRK", partner="CHN")
    bought = told("c2", "118.6", Flow.IMPORT, reporter="CHN", partner="PRK", sentence=2)
    for pair in ((sold, bought), (bought, sold)):
        assert ("mirror", frozenset({"c1", "c2"}), True) in relations(*pair)


@pytest.mark.parametrize("name", ["flow", "reporter", "partner"])
def test_a_side_that_no_words_name_makes_no_mirror(name: str) -> None:
    """Whose trade it is was supplied by the reading: two amounts may be of two trades."""
    sold = told("c1", "34.2", Flow.EXPORT, **SOLD, inferred=(name,))
    bought = told("c2", "290.7", Flow.IMPORT, **BOUGHT)
    assert failing(sold, bought) == set()


def test_trade_in_both_directions_has_no_two_sides() -> None:
    """The North's trade with China and China's with the North are told in two orders, not by two counts."""
    first, second = (
        told("c1", "34.2", Flow.TOTAL, **SOLD),
        told("c2", "290.7", Flow.TOTAL, **BOUGHT),
    )
    assert failing(first, second) == set()
