"""Laws of reading Korean, Chinese and Japanese: amounts read back, spans are exact, four languages agree."""

import time
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nktrade.core.claims import Claim
from nktrade.core.documents import Document
from nktrade.reading import read
from nktrade.testing.amounts import myriad

DAY = date(2019, 8, 20)
BIG = {
    "ko": {"12": "조", "8": "억", "4": "만"},
    "zh": {"8": "亿", "4": "万"},
    "ja": {"12": "兆", "8": "億", "4": "万"},
}
THOUSAND = {"ko": "천", "zh": "千", "ja": "千"}
SENTENCES = {
    "ko": "북한의 7월 대중 수입은 {} 달러였다.",
    "zh": "7月中国对朝鲜出口{}美元。",
    "ja": "北朝鮮の7月の対中輸入は{}ドルだった。",
}
ENGLISH = "North Korea's imports from China came to {} dollars in July."
CHINESE_DIGITS = dict(zip("0123456789", "零一二三四五六七八九", strict=True))
WIDE = str.maketrans("0123456789.,", "".join(chr(ord(one) + 0xFEE0) for one in "0123456789.,"))
LOOSE_WORDS = (
    "북한 중국 의 은 대중 수출 수입 억 만 5천 3 달러 t 배 % 늘었다 줄었다 에서 보다 지난해 7월 같은 기간 전년 대비 각각 약 여 "
    "朝鲜 对华 出口 进口 亿 万 美元 吨 同比 增长 下降 至 百分之 十二点五 成 分别 为 较 上年 月 的 其中 "
    "北朝鮮 の 輸出 は 億 ドル トン 減 前年 同月 比 割 五分 から に 倍増 半減 上限 それぞれ 、 。 ( ) ~ - , . ・ １ ２ \n"
)
WORDS = st.sampled_from(LOOSE_WORDS.split(" "))
LANGUAGES = st.sampled_from(sorted(SENTENCES))


def claims_in(text: str) -> tuple[Claim, ...]:
    return read(Document(id="x", text=text, date=DAY)).claims


def only_amount(text: str) -> Claim:
    (claim,) = claims_in(text)
    return claim


@given(LANGUAGES, st.integers(1, 10**13 - 1), st.sampled_from(["with", "without"]))
def test_a_numeral_in_place_words_reads_back_exactly(
    language: str, number: int, thousands: str
) -> None:
    """Groups closed by big words, with a word for thousands or without, give the number written."""
    printed = myriad(number, BIG[language], THOUSAND[language] if thousands == "with" else "")
    claim = only_amount(SENTENCES[language].format(printed))
    assert claim.value == number
    assert number in claim.amount.printed


@given(LANGUAGES, st.decimals(min_value="0.1", max_value="9999", places=1))
def test_a_blank_before_a_big_word_changes_nothing(language: str, number: Decimal) -> None:
    """79 亿美元 is read like 79亿美元, also where nothing else of the text is measured."""
    word = BIG[language]["8"]
    close, apart = (
        only_amount(SENTENCES[language].format(f"{number}{blank}{word}")) for blank in ("", " ")
    )
    assert apart.amount == close.amount


@given(LANGUAGES, st.decimals(min_value="0.01", max_value="9999", places=2))
def test_decimals_before_a_big_word_read_back_with_their_places(
    language: str, number: object
) -> None:
    """5.39억, 5.39亿 and 5.39億: the interval has the width of the last printed place."""
    word, worth = BIG[language]["8"], 10**8
    claim = only_amount(SENTENCES[language].format(f"{number}{word}"))
    assert Fraction(str(number)) * worth in claim.amount.printed
    assert claim.amount.place == Fraction(worth, 100)


@given(st.integers(1, 10**12), st.sampled_from(["ko", "ja"]))
def test_full_width_print_reads_as_the_plain_print(number: int, language: str) -> None:
    """Wide digits, points and marks mean what the narrow ones mean, at the same places."""
    text = SENTENCES[language].format(f"{number:,}")
    plain, wide = only_amount(text), only_amount(text.translate(WIDE))
    assert (plain.value, plain.figure.start, plain.figure.end) == (
        wide.value,
        wide.figure.start,
        wide.figure.end,
    )


@given(st.integers(1, 9999))
def test_a_number_spelled_in_chinese_reads_back(number: int) -> None:
    """三千二百一十: digits and place words without any Arabic digit."""
    parts = [
        CHINESE_DIGITS[digit] + word
        for digit, word in zip(f"{number:04d}", ["千", "百", "十", ""], strict=True)
        if digit != "0"
    ]
    claim = only_amount(SENTENCES["zh"].format("".join(parts) + "万"))
    assert claim.value == number * 10**4
    assert claim.figure.lexical


@given(LANGUAGES, st.integers(1, 999), st.integers(1, 999))
def test_a_numeral_whose_big_word_comes_twice_is_never_guessed(
    language: str, first: int, second: int
) -> None:
    """27억7억 is a misprint: no claim, and its fault is named."""
    word = BIG[language]["8"]
    reading = read(
        Document(id="x", text=SENTENCES[language].format(f"{first}{word}{second}{word}"), date=DAY)
    )
    assert not reading.claims
    assert reading.unread[0].flags[0] == "misprinted numeral"
    assert reading.unread[0].flags[1] == f"{word} stands behind {word} and is no smaller"


@given(st.lists(WORDS, max_size=60).map("".join))
def test_no_heap_of_words_crashes_and_spans_are_exact(text: str) -> None:
    """Words in any order are read; every surface is the text at its span."""
    reading = read(Document(id="x", text=text, date=DAY))
    records = [*(one.figure for one in reading.claims), *reading.unread]
    for one in (*records, *reading.statements, *reading.citations):
        assert text[one.start : one.end] == one.surface
    assert len({claim.id for claim in reading.claims}) == len(reading.claims)


@given(st.integers(1, 9999))
def test_four_languages_agree_on_one_claim(number: int) -> None:
    """One amount printed in four languages is one cell with one value."""
    texts = [SENTENCES[one].format(f"{number}{BIG[one]['4']}") for one in sorted(SENTENCES)]
    texts.append(ENGLISH.format(f"{number * 10**4:,}"))
    found = {
        (claim.value, claim.figure.unit, claim.kind, claim.commodity, claim.period, *_ways(claim))
        for claim in map(only_amount, texts)
    }
    assert len(found) == 1


def _ways(claim: Claim) -> tuple[str | None, str | None]:
    """Seller and buyer, whoever reports."""
    sides = claim.reporter, claim.partner
    return sides if claim.flow == "export" else sides[::-1]


HEAPS = [
    "9",
    "1만",
    "三",
    "억",
    "(",
    "수출은 3억 달러, ",
    "出口3亿美元,",
    "輸出は3億ドル、",
    "同比",
    "万亿",
]


@pytest.mark.parametrize("piece", HEAPS)
def test_time_grows_with_the_length_and_not_with_its_square(piece: str) -> None:
    """Four times the text takes no more than a dozen times as long, whatever is heaped up."""
    short, long = (piece * (size // len(piece)) for size in (8_000, 32_000))
    assert _seconds(long) < 12 * max(_seconds(short), 0.02)


def _seconds(text: str) -> float:
    """The best of three: what is set up once for a language, and the collector's rounds, belong to no text."""
    return min(_once(text) for _ in range(3))


def _once(text: str) -> float:
    start = time.process_time()
    read(Document(id="x", text=text, date=DAY))
    return time.process_time() - start
