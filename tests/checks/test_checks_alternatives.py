"""What is an alternative to a claim, and what is the same number printed again."""

from fractions import Fraction
from typing import Any

import pytest
from told import claim, errors, failing, relations

import nktrade as nk
from nktrade.checks import CHECKS
from nktrade.checks.relations import relate
from nktrade.checks.slips import may_be_slip, may_be_turned
from nktrade.core.amount import Amount
from nktrade.core.claims import Claim
from nktrade.core.codes import Approx, Flow, Kind
from nktrade.ledger.ledger import Ledger

MONTH = "2018-06"
MILLION = 10**6


def told(name: str, digits: str, flow: Flow, **known: Any) -> Claim:  # noqa: ANN401 - fields of every type
    """An amount of June 2018 in millions of dollars."""
    usual = {"unit": "USD", "when": MONTH, "scale": MILLION, "commodity": "all", "flow": flow}
    return claim(name, digits, **(usual | known))


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
        {"digits": "143.9"},
        {"digits": "118.8"},
        {"digits": "181.7", "version": "revised"},
        {"digits": "181.7", "when": "2018-05"},
        {"digits": "181.7", "place": "Dandong"},
        {"digits": "181.7", "sentence": 0},
    ],
)
def test_other_amounts_are_not_held_equal(known: dict[str, Any]) -> None:
    """Another amount, a small revision, a named one, another month or place, one sentence."""
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


def test_a_deficit_grows_by_its_size() -> None:
    """From 61.9 to 62.2 billion a deficit is up 0.3 billion, and nothing is wrong."""
    deficit: dict[str, Any] = {"flow": Flow.BALANCE, "sign": "-", "scale": 10**9}
    new = told("c1", "62.2", **deficit)
    old = told("c2", "61.9", when="2018-05", **deficit)
    change = told(
        "c3", "0.3", Flow.BALANCE, kind=Kind.CHANGE_ABS, sign="+", base="month_earlier", scale=10**9
    )
    assert failing(new, old, change) == set()


def test_a_difference_meets_its_percentage() -> None:
    """Down by 415.3 to 772.4 million is a fall of 35 percent, not of 53."""
    base = {"sign": "-", "base": "year_earlier"}
    new = told("c1", "772.4", Flow.EXPORT)
    change = told("c2", "415.3", Flow.EXPORT, kind=Kind.CHANGE_ABS, **base)
    percent = {"kind": Kind.CHANGE_PCT, "unit": "percent", "scale": 1}
    assert failing(new, change, told("c3", "35.0", Flow.EXPORT, **base | percent)) == set()
    assert {
        name for name, _ in failing(new, change, told("c3", "53.0", Flow.EXPORT, **base | percent))
    } == {"difference in percent"}


def test_changes_on_the_year_and_on_the_month_never_meet() -> None:
    """Down by 415.3 to 772.4 million from the year before may be 53 percent from the month before."""
    base: dict[str, Any] = {"flow": Flow.EXPORT, "sign": "-"}
    new = told("c1", "772.4", Flow.EXPORT)
    change = told("c2", "415.3", **base, kind=Kind.CHANGE_ABS, base="year_earlier")
    percent = {"kind": Kind.CHANGE_PCT, "unit": "percent", "scale": 1, "base": "month_earlier"}
    assert failing(new, change, told("c3", "53.0", **base | percent)) == set()


@pytest.mark.parametrize(("percent", "expected"), [("20", []), ("40", ["change"])])
def test_a_change_without_any_time_is_one_between_the_two_levels_of_its_sentence(
    percent: str, expected: list[str]
) -> None:
    """From 100.3 to 120.4 million is a rise of 20 percent, whenever it was."""
    text = f"China's exports to North Korea rose {percent} percent to $120.4 million from $100.3 million."
    (checked,) = nk.check(text, against="none").checked
    assert [one.check for one in checked.relations] == ["change"]
    assert errors(text) == expected


@pytest.mark.parametrize(
    "told",
    [
        "rose 12 percent to $448 million from $400 million",
        "rose 12 percent from $400 million to $448 million",
        "fell from $400 million to $300 million, a drop of 25 percent",
        "fell by a quarter, from $400 million to $300 million",
        "doubled from $400 million to $800 million",
        "halved from $400 million to $200 million",
    ],
)
def test_round_levels_without_any_time_may_stand_in_either_order(told: str) -> None:
    """400 million may be as much as 448 million, which does not make one of the two the other's print."""
    text = f"Imports {told}."
    (checked,) = nk.check(text, against="none").checked
    assert [one.holds for one in checked.relations if one.check in {"change", "multiple"}] == [True]
    assert not any(one.severity for one in checked.relations)


@pytest.mark.parametrize(
    ("told", "new"),
    [
        ("fell by 55 percent from $400.0 million to $300.0 million", "$300.0 million"),
        ("rose by 55 percent to $500.0 million from $400.0 million", "$500.0 million"),
        ("doubled from $400.0 million to $500.0 million", "$500.0 million"),
        ("halved from $400.0 million to $350.0 million", "$350.0 million"),
    ],
)
def test_a_change_that_fails_is_shown_in_its_own_direction(told: str, new: str) -> None:
    """What fell ends with the smaller amount, in whatever order the two are told."""
    (checked,) = nk.check(f"Imports {told}.", against="none").checked
    (failed,) = (one for one in checked.relations if one.holds is False)
    (cell,) = dict(failed.args)["new"]
    assert {one.id: one.figure.surface for one in checked.reading.claims}[cell] == new


@pytest.mark.parametrize("digits", [("20.0", "21.7"), ("21.7", "20.0")])
def test_two_rates_of_one_change_are_alternatives(digits: tuple[str, str]) -> None:
    """From 100.3 to 120.4 million one of them is right, whichever opens the text."""
    rise = {"kind": Kind.CHANGE_PCT, "unit": "percent", "scale": 1, "base": "year_earlier"}
    rates = [
        told(name, one, Flow.EXPORT, **rise, sentence=at)
        for name, one, at in zip(("c1", "c4"), digits, (0, 1), strict=True)
    ]
    levels = told("c2", "100.3", Flow.EXPORT, when="2017-06"), told("c3", "120.4", Flow.EXPORT)
    assert failing(rates[0], *levels, rates[1]) == set()


def test_a_rounded_level_binds_its_difference_and_its_percent() -> None:
    """Up 6.4 billion to 190 billion is 3.5 percent and not 5.3, though 190 may be 185 to 195."""
    base = {"base": "year_earlier", "sign": "+", "scale": 10**9}
    new = told("c1", "190", Flow.EXPORT, scale=10**9)
    change = told("c2", "6.4", Flow.EXPORT, kind=Kind.CHANGE_ABS, **base)
    percent = base | {"kind": Kind.CHANGE_PCT, "unit": "percent", "scale": 1}
    assert failing(new, change, told("c3", "3.5", Flow.EXPORT, **percent)) == set()
    assert failing(new, change, told("c3", "5.3", Flow.EXPORT, **percent)) != set()


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


def test_a_rise_is_told_of_tonnes_or_of_dollars() -> None:
    """3.3-fold is true of the tonnes of its sentence, so it says nothing of the dollars there."""
    coal = {"commodity": "coal", "flow": Flow.IMPORT}
    amounts = [
        told("c1", "3.6", unit="t", when="2017-06", **coal),
        told("c2", "11.8", unit="t", **coal),
        told("c3", "206.0", when="2017-06", **coal),
        told("c4", "1190.0", **coal),
    ]
    fold = {"kind": Kind.RATIO, "unit": "x", "scale": 1, "base": "year_earlier"}
    assert failing(*amounts, told("c5", "3.3", **coal | fold)) == set()
    assert failing(*amounts, told("c5", "7.7", **coal | fold)) != set()


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


def test_a_printed_change_parts_a_level_from_the_one_before() -> None:
    """153 in the headline, 103 in the body, and a rise of 49 percent: the body tells the year before."""
    head = told("c1", "153", Flow.EXPORT)
    body = told("c2", "103", Flow.EXPORT, sentence=2)
    rise = told("c3", "49", Flow.EXPORT, kind=Kind.CHANGE_PCT, unit="percent", scale=1, sentence=2)
    assert failing(head, body) == {("told twice", frozenset({"c1", "c2"}))}
    assert failing(head, body, rise) == set()


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
