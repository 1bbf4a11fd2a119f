"""Written texts, looked at: numerals, styles, periods and tables in every language."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from nktrade.core.amount import Amount
from nktrade.core.codes import Flow, Kind
from nktrade.core.period import Period
from nktrade.ledger.rates import rate
from nktrade.testing.amounts import Form, myriad
from nktrade.testing.choice import Seeded
from nktrade.testing.languages import available, language
from nktrade.testing.worlds import PAIRS, WARES, World
from nktrade.testing.writing import random_reports, report_of

MILLION = Fraction(10**6)


@pytest.mark.parametrize(
    ("manner", "digits", "scale", "surface"),
    [
        ("en USD scaled", "12.955", MILLION, "$12.955 million"),
        ("en USD full", "12955000", Fraction(1), "$12,955,000"),
        ("en USD short", "12.96", MILLION, "$12.96m"),
        ("en USD spelled", "2.79", 1000 * MILLION, "two-point-79 billion dollars"),
        ("en USD spelled", "19.4", MILLION, "19-point-four million dollars"),
        ("ko USD worded", "94125000", Fraction(1), "9천412만5천 달러"),
        ("ko USD myriad", "106290000", Fraction(1), "1억629만 달러"),
        ("zh USD scaled", "1.3254", Fraction(10**8), "1.3254亿美元"),
        ("zh t full", "4200", Fraction(1), "4,200吨"),
        ("ja USD myriad", "203050000", Fraction(1), "2億305万ドル"),
        ("ja USD/t full", "76.5", Fraction(1), "1トン当たり76.5ドル"),
    ],
)
def test_an_amount_looks_as_the_language_writes_it(
    manner: str, digits: str, scale: Fraction, surface: str
) -> None:
    """The first pattern of each notation, as newspapers print it."""
    lang, unit, notation = manner.split()
    words = language(lang)
    pattern = getattr(words.units[unit], notation)[0]
    form = Form(language=words, notation=notation, pattern=pattern, unit=unit)
    assert form.surface(Amount(digits=digits, scale=scale)) == surface


def test_a_myriad_numeral_pads_nothing() -> None:
    """Groups after a big word are written without zeros in front."""
    assert myriad(100180000, {"8": "亿", "4": "万"}) == "1亿18万"
    assert myriad(0, {"4": "万"}) == "0"


@pytest.mark.parametrize("lang", available())
def test_every_sentence_and_style_of_a_language_is_written(lang: str) -> None:
    """A few hundred reports use every style, and leave no slot unfilled."""
    reports = list(random_reports(11, 400, lang=lang))
    assert {report.style for report in reports} == {*language(lang).styles, "table"}
    assert not any(re.search(r"[{}]", report.text) for report in reports)
    kinds = {claim.kind for report in reports for claim in report.claims}
    assert kinds == {Kind.LEVEL, Kind.CHANGE_PCT, Kind.CHANGE_ABS, Kind.SHARE_PCT, Kind.UNIT_PRICE}


@pytest.mark.parametrize("lang", available())
def test_every_language_knows_every_pair_and_ware(lang: str) -> None:
    """Tables of worlds and tables of words name the same things."""
    words = language(lang)
    sides = {side for pair in PAIRS for side in (pair.reporter, pair.partner)}
    assert sides <= set(words.countries)
    assert {ware.commodity for ware in WARES} == set(words.commodities)
    assert all(words.countries[pair.reporter].customs for pair in PAIRS)


def test_a_report_speaks_of_both_viewpoints_and_other_countries() -> None:
    """China's side, the North's side, and pairs without either."""
    sides = {report.world.reporter for report in random_reports(3, 200)}
    assert {"CHN", "PRK", "KOR", "JPN", "RUS"} <= sides


def test_restated_amounts_are_tied_to_what_they_restate() -> None:
    """Yuan with dollars in brackets are one amount at the world's rate."""
    tied = 0
    for report in random_reports(4, 400):
        truths = {one.claim.id: one.truth for one in report.printed}
        for one in report.printed:
            if one.claim.restates:
                tied += 1
                assert truths[one.claim.restates] / one.truth in {
                    report.world.yuan,
                    1 / report.world.yuan,
                }
    assert tied > 20


def test_last_month_is_the_month_before_the_day_of_publication() -> None:
    """Relative words are true on the date line."""
    for report in random_reports(6, 300):
        if "last month" in report.text:
            first = report.date.replace(day=1)
            before = Period.month(first.year, first.month).shifted(-1)
            assert before in {claim.period for claim in report.claims}


def test_a_direction_word_agrees_with_the_sign_beside_it() -> None:
    """Where a claim of change stands under a direction word, the word is of its sign."""
    words = language("en")
    rising = {
        rose for pairs in (*words.directions.values(), *words.gaps.values()) for rose, _ in pairs
    }
    judged = 0
    for report in random_reports(8, 200):
        for turn in report.turns:
            for claim in report.claims:
                beside = claim.sentence == turn.sentence and claim.flow is turn.flow
                if turn.kind == "direction" and beside and claim.sign and claim.base == turn.base:
                    said = report.text[turn.start : turn.end]
                    assert (said in rising) == (claim.sign == "+")
                    judged += 1
    assert judged > 100


def test_every_printed_change_has_its_direction_word() -> None:
    """No change in prose stands without a word that gives its sign."""
    for report in random_reports(9, 200):
        if report.style == "table":
            continue
        told = {(turn.sentence, turn.flow, turn.base) for turn in report.turns}
        for claim in report.claims:
            assert claim.base is None or (claim.sentence, claim.flow, claim.base) in told


def test_a_balance_of_nothing_is_not_written() -> None:
    """Where exports equal imports no surplus is claimed, and no change where nothing changed."""
    world = World(
        reporter="CHN",
        partner="PRK",
        compiler="China customs",
        counted_by="CHN",
        first=date(2017, 1, 1),
        exports=(10**7,) * 18,
        imports=(10**7,) * 18,
    )
    for seed in range(40):
        report = report_of(replace(world), Seeded(f"flat {seed}"))
        assert all(one.truth != 0 for one in report.printed if report.style != "table")
        assert not any(claim.flow is Flow.BALANCE for claim in report.claims)


def test_yuan_are_worth_what_they_were_worth_in_the_year() -> None:
    """A report that converts at another year's rate is not true: the reader knows the rates."""
    for report in random_reports(11, 200):
        year = Period.of(str(report.world.month.first.year))
        assert report.world.yuan in rate("USD", "CNY", year).interval
