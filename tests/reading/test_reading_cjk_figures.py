"""What a figure is worth as Korean, Chinese and Japanese print it."""

from fractions import Fraction

import pytest
from cjk_claims import DAY, claims_in, only_claim

from nktrade.core.claims import Figure
from nktrade.core.codes import Approx, Kind
from nktrade.core.documents import Document
from nktrade.reading import read


def values_in(text: str) -> list[tuple[Fraction, str | None]]:
    return [(one.value, one.figure.unit) for one in claims_in(text)]


NUMERALS = [
    ("북한의 수입은 1억629만 달러였다.", 106_290_000),
    ("북한의 수입은 9천412만5천 달러였다.", 94_125_000),
    ("북한의 수입은 1억 2천345만 달러였다.", 123_450_000),
    ("북한의 수입은 14.3억 달러였다.", 1_430_000_000),
    ("朝鲜进口5.39亿美元。", 539_000_000),
    ("朝鲜进口1亿18万美元。", 100_180_000),
    ("朝鲜进口三亿两千万美元。", 320_000_000),
    ("朝鲜进口二十五亿六千万美元。", 2_560_000_000),
    ("北朝鮮の輸入は4万304ドルだった。", 40_304),
    ("北朝鮮の輸入は2913万5千ドルだった。", 29_135_000),
    ("北朝鮮の輸入は８，５１２万ドルだった。", 85_120_000),
    ("北朝鮮の輸入は4億6千ドルだった。", 400_006_000),
    ("上半年对朝出口十点五六亿美元。", 1_056_000_000),
    ("上半年对朝出口一百二十三点四五万美元。", 1_234_500),
    ("上半年对朝出口零点八亿美元。", 80_000_000),
    ("上半年对朝出口十五亿美元。", 1_500_000_000),
    ("対中輸出は百二十三・四億ドルだった。", 12_340_000_000),
]


@pytest.mark.parametrize(("text", "value"), NUMERALS)
def test_place_words_fold_from_left_to_right_and_pad_nothing(text: str, value: int) -> None:
    """Small words work on the group to their left, big words close a section."""
    assert values_in(text) == [(value, "USD")]


PARTS = [
    ("对朝出口同比下降百分之十二点五。", Fraction("12.5"), Kind.CHANGE_PCT),
    ("石炭が輸出全体の3割五分を占めた。", Fraction(35), Kind.SHARE_PCT),
    ("对朝出口同比下降六成。", Fraction(60), Kind.CHANGE_PCT),
    ("석탄이 전체 수출의 3분의 2를 차지했다.", Fraction("66.7"), Kind.SHARE_PCT),
    ("석탄이 전체 수출의 절반을 차지했다.", Fraction(50), Kind.SHARE_PCT),
    ("輸入は前年比41・5%減った。", Fraction("41.5"), Kind.CHANGE_PCT),
]


@pytest.mark.parametrize(("text", "value", "kind"), PARTS)
def test_parts_are_percentages_however_they_are_said(
    text: str, value: Fraction, kind: Kind
) -> None:
    """Tenths, hundredths, fractions and spelled percentages are percent."""
    claim = only_claim(text)
    assert (claim.value, claim.figure.unit, claim.kind) == (value, "percent", kind)


@pytest.mark.parametrize(
    "text",
    ["북한의 수입은 27억7천억 달러였다.", "进口额1亿5千万37万美元。", "輸入は5億4億ドルだった。"],
)
def test_a_numeral_whose_big_words_rise_is_kept_unread_with_its_fault(text: str) -> None:
    """A misprinted numeral is no claim; what is wrong with it is said."""
    reading = read(Document(id="own", text=text, date=DAY))
    assert not reading.claims
    ((fault, told),) = [one.flags for one in reading.unread]
    assert fault == "misprinted numeral"
    assert "is no smaller" in told


MULTIPLES = [
    ("북한의 쌀 수입은 3배 늘었다.", "+"),
    ("북한의 쌀 수입은 3배로 늘었다.", None),
    ("朝鲜大米进口增长3倍。", "+"),
    ("朝鲜大米进口增至3倍。", None),
    ("北朝鮮のコメ輸入は3倍に増えた。", None),
]


@pytest.mark.parametrize(("text", "sign"), MULTIPLES)
def test_a_multiple_says_by_or_to(text: str, sign: str | None) -> None:
    """By three times more carries a plus, to three times carries none."""
    claim = only_claim(text)
    assert (claim.kind, claim.value, claim.sign) == (Kind.RATIO, 3, sign)


HEDGES = [
    ("북한은 쌀 3천여 톤을 수입했다.", Approx.MORE_THAN),
    ("북한은 쌀 최소 3천 톤을 수입했다.", Approx.AT_LEAST),
    ("朝鲜进口大米近3000吨。", Approx.NEARLY),
    ("朝鲜进口大米不足3000吨。", Approx.LESS_THAN),
    ("北朝鮮は米3000トン余りを輸入した。", Approx.MORE_THAN),
    ("北朝鮮は米3000トン弱を輸入した。", Approx.LESS_THAN),
    ("朝鲜进口大米三百余万吨。", Approx.MORE_THAN),
    ("朝鲜进口大米一千多万吨。", Approx.MORE_THAN),
    ("朝鲜进口大米五吨出头。", Approx.MORE_THAN),
    ("朝鲜进口大米顶多十吨。", Approx.AT_MOST),
    ("朝鲜进口大米不下四百吨。", Approx.AT_LEAST),
    ("对华出口占其总出口百分之九十以上。", Approx.AT_LEAST),
    ("输入大米2万吨至3万吨。", Approx.RANGE),
    ("北朝鮮はコメ5千~6千トンを輸入した。", Approx.RANGE),
]


@pytest.mark.parametrize(("text", "approx"), HEDGES)
def test_hedges_stand_before_inside_and_behind(text: str, approx: Approx) -> None:
    """Words of nearness and bound open the right side."""
    assert only_claim(text).amount.approx is approx


def test_places_of_figures_are_places_of_the_printed_text() -> None:
    """Full-width print keeps its offsets and its surface."""
    text = "北朝鮮の輸入は１億２３４５万ドルだった。"
    figure: Figure = only_claim(text).figure
    assert text[figure.start : figure.end] == figure.surface == "１億２３４５万ドル"
