"""Editions of one report are held against each other, and nobody is accused on an inferred key."""

from dataclasses import replace
from datetime import date

import pytest
from told import claim, reading

import nktrade as nk
from nktrade.checks.editions import editions_agree
from nktrade.checks.notes import AGREE, NOTES
from nktrade.core.amount import Amount
from nktrade.core.claims import Claim
from nktrade.core.codes import Approx, Flow, Severity, Verdict
from nktrade.core.documents import Document
from nktrade.core.findings import Relation
from nktrade.reading import read

FIRST, NEXT = date(2021, 7, 20), date(2021, 7, 21)
KOREAN = (
    "2021년 6월 중국의 대북 수출은 1천232만 달러였다. 2021년 6월 중국의 대북 수입은 {} 달러였다."
)
ENGLISH = (
    "China's exports to North Korea were $12.32 million in June 2021. "
    "China's imports from North Korea were {} in June 2021."
)
SEEN_FROM_THE_NORTH = "In June 2021 North Korea's imports from China were {}."


def agreements(*documents: Document) -> list[Relation]:
    report = nk.check(list(documents), against="none")
    found = [row for one in report.checked for row in one.relations]
    return [row for row in found if row.check == AGREE.name]


def edition(name: str, text: str, day: date | None = FIRST, house: str | None = None) -> Document:
    return Document(id=name, text=text, date=day, publisher=house)


def test_figures_that_agree_are_shown_as_held() -> None:
    """Each shared cell is one relation that holds, in the later edition alone."""
    found = agreements(
        edition("ko", KOREAN.format("414만")), edition("en", ENGLISH.format("$4.14 million"), NEXT)
    )
    assert [(row.document, row.holds, row.severity) for row in found] == [("en", True, None)] * 2


def test_a_number_word_that_slipped_is_an_error_with_its_factor_and_first_print() -> None:
    """억 read as a billion: the two cannot all be true; dates name the first print, nobody is suspect."""
    found = agreements(
        edition("en", ENGLISH.format("$41.4 million"), NEXT), edition("ko", KOREAN.format("414만"))
    )
    (broken,) = [row for row in found if not row.holds]
    assert (broken.verdict, broken.severity) == (Verdict.TIE, Severity.ERROR)
    assert broken.suspect == ()
    assert broken.document == "en"
    assert "the first print is that of ko" in broken.explanation
    assert "factor of 10" in broken.explanation


def test_without_dates_no_first_print_is_named() -> None:
    """Editions of one day, or undated, have no first print."""
    found = agreements(
        edition("en", ENGLISH.format("$41.4 million"), None),
        edition("ko", KOREAN.format("414만"), None),
    )
    (broken,) = [row for row in found if not row.holds]
    assert "dates tell no first print" in broken.explanation


@pytest.mark.parametrize(("one", "other"), [(FIRST, None), (None, FIRST), (NEXT, FIRST)])
def test_either_day_may_be_unknown(one: date | None, other: date | None) -> None:
    """Undated texts may be editions; of two dated ones that with the later day is held against the first."""
    found = agreements(
        edition("ko", KOREAN.format("414만"), one),
        edition("en", ENGLISH.format("$41.4 million"), other),
    )
    (broken,) = [row for row in found if not row.holds]
    is_dated = None not in {one, other}
    assert ("the first print is that of en" in broken.explanation) is is_dated
    assert broken.document == ("ko" if is_dated else "en")


def test_an_office_that_one_text_names_alone_may_be_that_of_both() -> None:
    """The Korean text names the customs, the English nobody: their numbers are still one cell."""
    korean = "중국 해관총서에 따르면 " + KOREAN.format("414만")
    found = agreements(edition("ko", korean), edition("en", ENGLISH.format("$41.4 million"), NEXT))
    assert [row.holds for row in found].count(False) == 1


def test_relations_of_a_third_edition_have_names_of_their_own() -> None:
    """Lined up with two editions before it, a text has four relations, numbered one to four."""
    chinese = "2021年6月，中国对朝鲜出口1232万美元。2021年6月，中国自朝鲜进口{}美元。"
    found = agreements(
        edition("ko", KOREAN.format("414만")),
        edition("en", ENGLISH.format("$4.14 million"), NEXT),
        edition("zh", chinese.format("414万"), date(2021, 7, 22)),
    )
    names = [row.id for row in found if row.document == "zh"]
    assert len(set(names)) == len(names) == 4
    assert [name.lstrip("abcdefghijklmnopqrstuvwxyz.-:") for name in names] == ["1", "2", "3", "4"]


def test_a_key_that_was_inferred_accuses_nobody() -> None:
    """Where a side or a month comes from context, the difference is a possible misreading."""
    bare = "2021년 6월 중국의 대북 수출은 1천232만 달러였다. 수입은 4천140만 달러였다."
    found = agreements(edition("ko", bare), edition("en", ENGLISH.format("$4.14 million"), NEXT))
    (broken,) = [row for row in found if not row.holds]
    assert (broken.verdict, broken.severity) == (Verdict.MISREADING, Severity.WARNING)


def test_one_flow_is_lined_up_from_both_sides() -> None:
    """The North's import from China is China's export to it."""
    mirrored = SEEN_FROM_THE_NORTH.format("$12.32 million")
    found = agreements(edition("ko", KOREAN.format("414만")), edition("en", mirrored, NEXT))
    assert [row.holds for row in found] == [True]


def test_other_reports_are_no_editions() -> None:
    """One language, another house, another month of print, or no shared figure: nothing is lined up."""
    korean = edition("ko", KOREAN.format("414만"), house="Yonhap")
    same_language = edition("ko2", KOREAN.format("4천140만"), NEXT)
    elsewhere = edition("en", ENGLISH.format("$41.4 million"), NEXT, house="Reuters")
    later = edition("en", ENGLISH.format("$41.4 million"), date(2021, 9, 20))
    apart = edition("en", ENGLISH.format("$4 million").replace("2021", "2019"), NEXT)
    for other in (same_language, elsewhere, later, apart):
        assert agreements(korean, other) == []


def test_a_ledger_is_no_edition() -> None:
    """What is written in no language is nobody's translation."""
    texts = [
        edition("ko", KOREAN.format("414만")),
        edition("en", ENGLISH.format("$41.4 million"), NEXT),
    ]
    readings = [read(one) for one in texts]
    assert editions_agree(zip(texts, readings, strict=True))["en"]
    readings[0] = replace(readings[0], lang="")
    assert editions_agree(zip(texts, readings, strict=True)) == {}


def test_texts_that_quote_one_office_must_agree() -> None:
    """One figure each, by one office, in two languages: a transposed digit is found."""
    korean = "중국 해관총서에 따르면 2021년 6월 중국의 대북 수출은 1천232만 달러였다."
    english = (
        "China's exports to North Korea were $13.22 million in June 2021, China's customs said."
    )
    found = agreements(edition("ko", korean), edition("en", english, NEXT))
    assert [row.holds for row in found] == [False]


def test_two_offices_that_counted_are_not_held_equal() -> None:
    """Where editions name different compilers, their numbers may differ."""
    korean = "중국 해관총서에 따르면 " + KOREAN.format("414만")
    english = "KOTRA said " + ENGLISH.format("$41.4 million").replace(". ", ". KOTRA said ")
    found = agreements(edition("ko", korean), edition("en", english, NEXT))
    assert all(row.holds for row in found)


def test_the_check_is_a_row_like_the_others() -> None:
    """It reads as an equation with its reason."""
    assert AGREE.equation == "level[edition=one] == level[edition=other]"
    assert AGREE in NOTES


def lined_up(one: Claim, other: Claim) -> list[bool | None]:
    """Whether each pair of cells holds, of two texts that say one thing each in two languages."""
    texts = [edition("ko", KOREAN), edition("en", ENGLISH, NEXT)]
    readings = [replace(reading(one), lang="ko"), replace(reading(other), lang="en")]
    found = editions_agree(zip(texts, readings, strict=True))
    return [row.holds for rows in found.values() for row in rows]


MAY = "2021-05"


@pytest.mark.parametrize(
    ("one", "other", "holds"),
    [
        (claim("c1", "5", "t", MAY), claim("c1", "5000", "kg", MAY), [True]),
        (claim("c1", "5", "t", MAY), claim("c1", "50000", "kg", MAY), [False]),
        (claim("c1", "5.1", "USD", MAY), claim("c1", "51", "USD", MAY, partner=None), []),
        (claim("c1", "5.1", "USD", MAY), claim("c1", "51", "USD", None), []),
        (
            claim("c1", "5.1", "USD", MAY, partner=None),
            claim("c1", "51", "USD", MAY, partner=None),
            [],
        ),
        (
            claim("c1", "5", "kg", MAY, rate="per_month"),
            claim("c1", "50", "kg", MAY, rate="per_month"),
            [],
        ),
        (
            claim("c1", "5.1", "USD", MAY, amount=Amount(digits="5.1", approx=Approx.MORE_THAN)),
            claim("c1", "3.1", "USD", MAY, amount=Amount(digits="3.1", approx=Approx.LESS_THAN)),
            [],
        ),
        (
            claim("c1", "5.5", "USD", MAY, flow=Flow.BALANCE, sign="+"),
            claim(
                "c1", "5.5", "USD", MAY, flow=Flow.BALANCE, sign="-", reporter="CHN", partner="PRK"
            ),
            [True],
        ),
    ],
)
def test_a_cell_is_one_in_any_unit_and_from_either_side(
    one: Claim, other: Claim, holds: list[bool]
) -> None:
    """Tonnes and kilograms; a surplus there is a deficit here; what is open in one is no cell."""
    assert lined_up(one, other) == holds


CUSTOMS = {"source": ("China customs",)}
TIE, CUT = (Verdict.TIE, Severity.ERROR), (Verdict.ROUNDING, Severity.WARNING)


@pytest.mark.parametrize(
    ("unit", "one", "other", "told"),
    [
        ("t", {}, {}, CUT),
        ("kg", {}, {}, CUT),
        ("USD", {}, {}, CUT),
        ("USD", {"sign": "+"}, {"sign": "+"}, CUT),
        ("USD", {"sign": "-"}, {"sign": "-"}, CUT),
        ("USD", {"sign": "+"}, {"sign": "-"}, TIE),
        ("USD", {"sign": "+"}, {"sign": "+", "reporter": "CHN", "partner": "PRK"}, TIE),
    ],
)
def test_a_figure_that_may_be_cut_off_is_a_warning(
    unit: str, one: dict[str, str], other: dict[str, str], told: tuple[Verdict, Severity]
) -> None:
    """5 beside 5.8 may have lost its decimals in any unit; but a surplus of 5 is no deficit of 5.8."""
    flow = Flow.BALANCE if "sign" in one else Flow.EXPORT
    every = []
    for language, digits, known in (("ko", "5", one), ("en", "5.8", other)):
        figure = claim("c1", digits, unit, MAY, flow=flow, **CUSTOMS, **known)
        text = edition(language, language, NEXT)
        every.append((text, replace(reading(figure), lang=language)))
    (found,) = editions_agree(every)["en"]
    assert (found.verdict, found.severity) == told
    assert found.left is not None
    assert found.right is not None
    assert found.gap == found.left - found.right


def test_texts_that_quote_one_office_for_one_figure_alone_are_no_editions() -> None:
    """Two figures that differ by no slip, one of them the customs' in both: two reports, lined up by nothing."""
    every = []
    for language, exports, imports in (("ko", "5.1", "7.3"), ("en", "3.4", "8.8")):
        quoted = claim("c1", exports, "USD", MAY, **CUSTOMS)
        own = claim("c2", imports, "USD", MAY, flow=Flow.IMPORT)
        text = edition(language, language, NEXT)
        every.append((text, replace(reading(quoted, own), lang=language)))
    assert editions_agree(every) == {}
    for number, (text, told) in enumerate(every):
        claims = tuple(replace(one, source=("China customs",)) for one in told.claims)
        every[number] = text, replace(told, claims=claims)
    assert [row.holds for row in editions_agree(every)["en"]] == [False, False]
