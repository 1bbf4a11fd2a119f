"""Offices that count: the customs and statistics of a country are named, and its trade is told from its side."""

from datetime import date

import pytest

import nktrade as nk

COUNTED = [
    ("en", "Exports to Japan rose 4 percent to $2.4 billion in May, according to South Korean customs.", "Korea customs", "KOR", "JPN"),
    ("en", "Imports from China came to $8.1 billion in May, Vietnamese customs said.", "Vietnam customs", "VNM", "CHN"),
    ("en", "Imports of crude from Russia were $4.1 billion in May, Indian commerce ministry data showed.", "India commerce ministry", "IND", "RUS"),
    ("en", "Coal exports to China were worth $610 million in May, Mongolian customs said.", "Mongolia customs", "MNG", "CHN"),
    ("en", "Exports of soybeans to China were worth $5.2 billion in May, according to Secex.", "Secex", "BRA", "CHN"),
    ("ko", "일본 세관에 따르면 5월 일본의 대중 수출은 112억 달러였다.", "Japan MOF", "JPN", "CHN"),
    ("ko", "베트남 세관에 따르면 5월 베트남의 대중 수입은 81억 달러였다.", "Vietnam customs", "VNM", "CHN"),
    ("zh", "据韩国海关统计，5月韩国对日本出口24亿美元。", "Korea customs", "KOR", "JPN"),
    ("zh", "据蒙古海关统计，5月蒙古对中国出口6.1亿美元。", "Mongolia customs", "MNG", "CHN"),
    ("ja", "韓国税関によると、5月の韓国の対日輸出は24億ドルだった。", "Korea customs", "KOR", "JPN"),
    ("ja", "ベトナム税関によると、5月のベトナムの中国からの輸入は81億ドルだった。", "Vietnam customs", "VNM", "CHN"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "office", "reporter", "partner"), COUNTED)
def test_customs_and_statistics_of_a_country_are_its_own(
    lang: str, text: str, office: str, reporter: str, partner: str
) -> None:
    """The office is the source, and counts the trade of its country."""
    document = nk.Document(id="office", text=text, date=date(2024, 6, 20), lang=lang)
    (claim,) = [one for one in nk.read_claims(document) if one.kind == "level"]
    assert (claim.reporter, claim.partner) == (reporter, partner)
    assert (claim.source, claim.standing) == ((office,), "official")


@pytest.mark.parametrize("text", ["Tanker tracking by Kpler put exports of crude at 3.4 million barrels a day in May.", "Imports of crude were 3.4 million barrels a day in May, the International Energy Agency said."])  # fmt: skip
def test_who_gathers_the_counts_of_others_is_no_office(text: str) -> None:
    """Trackers and agencies estimate."""
    document = nk.Document(id="office", text=text, date=date(2024, 6, 20), lang="en")
    assert {one.standing for one in nk.read_claims(document)} == {"estimate"}
