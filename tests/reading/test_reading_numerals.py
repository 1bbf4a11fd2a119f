"""How digits and words for numbers are read, and when they are not."""

from datetime import date

import pytest

from nktrade.core.claims import Reading
from nktrade.core.documents import Document
from nktrade.reading import read


def read_in(text: str) -> Reading:
    return read(Document(id="own", text=text, date=date(2019, 8, 20)))


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("$1.234,5 million", 1_234_500_000),
        ("$1 234 567", 1_234_567),
        ("$1,23 million", 1_230_000),
        ("$1,234.5 million", 1_234_500_000),
        ("five hundred and twelve million dollars", 512_000_000),
        ("1 billion 28 million dollars", 1_028_000_000),
        ("$1 billion-28 million", 1_028_000_000),
        ("two point five billion dollars", 2_500_000_000),
        ("two billion three million dollars", 2_003_000_000),
        ("$19-point-four billion", 19_400_000_000),
        ("$2 point 79 million", 2_790_000),
        ("two point seven nine million dollars", 2_790_000),
        ("twenty-three point five million dollars", 23_500_000),
        ("five hundred and twelve point four million dollars", 512_400_000),
        ("33-thousand 578 dollars", 33_578),
        ("33-thousand dollars", 33_000),
    ],
)
def test_marks_that_stand_the_other_way_round_are_understood(printed: str, value: int) -> None:
    """A comma may be the decimal mark, a blank may part thousands, and words may count."""
    (claim,) = read_in(f"China's exports to Vietnam were {printed} in May 2019.").claims
    assert (claim.figure.surface, claim.value) == (printed, value)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("5월 중국의 대베트남 수출은 5억3억 달러였다.", "5억3억 달러"),
        ("5月中国对越南出口三亿五亿美元。", "三亿五亿美元"),
        ("China's exports to Vietnam came to $3 point in May 2019.", "$3"),
    ],
)
def test_words_that_make_no_number_are_left_unread(text: str, printed: str) -> None:
    """Big words must go down in size, and a point needs a digit behind it."""
    found = read_in(text)
    assert not found.claims
    assert [one.surface for one in found.unread] == [printed]


def test_groups_that_no_language_has_are_left_unread() -> None:
    """Whether 12,34,567 is a million or a misprint nobody can tell: it is kept, with its fault."""
    found = read_in("China's exports to Vietnam were $12,34,567 in May 2019.")
    assert not found.claims
    assert [(one.surface, one.flags) for one in found.unread] == [("$12,34,567", ("unreadable",))]


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("5월 중국의 대베트남 수출은 3조5천억 원이었다.", "3조5천억 원", 3_500_000_000_000),
        ("5월 중국의 대베트남 수출은 2백5십만 달러였다.", "2백5십만 달러", 2_500_000),
        ("5月中国对越南出口三千五百万美元。", "三千五百万美元", 35_000_000),
        ("5月中国对越南出口1万2千吨。", "1万2千吨", 12_000),
        ("5月中国对越南出口两三百吨。", "两三百吨", 250),
        ("5月の日本の対ベトナム輸出は三億五千万円だった。", "三億五千万円", 350_000_000),
    ],
)
def test_places_spelt_out_are_added_up(text: str, printed: str, value: int) -> None:
    """Digits and words for places may stand in turn; two or three hundred is the middle of its range."""
    (claim,) = read_in(text).claims
    assert (claim.figure.surface, claim.value) == (printed, value)
