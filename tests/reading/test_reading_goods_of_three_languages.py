"""Goods that English reporting names are known in Korean, Chinese and Japanese too, and are no other goods."""

import pytest

from tests.reading.cjk_claims import only_claim

KNOWN = [
    ("5월 북한의 합금철 수출은 264만 달러였다.", "ferroalloys"),
    ("5월 북한은 중국에서 건축자재 350만 달러어치를 수입했다.", "construction materials"),
    ("5월 베트남의 주스 수출은 350만 달러였다.", "juice"),
    ("5월 한국의 고춧가루가 아닌 마늘 수입은 120만 달러였다.", "garlic"),
    ("5月中国对朝出口轴承120万美元。", "bearings"),
    ("5月朝鲜自华进口建材350万美元。", "construction materials"),
    ("5月越南出口鲜花120万美元。", "flowers"),
    ("5月中国进口鱼粉12万吨。", "fish meal"),
    ("5月の北朝鮮の蛍石輸出は120万ドルだった。", "fluorite"),
    ("5月の日本のウイスキー以外のビスケット輸出は2億円だった。", "biscuits"),
    ("5月の中国の対北朝鮮の建材輸出は350万ドルだった。", "construction materials"),
    ("5月の北朝鮮の刺繍輸出は12万ドルだった。", "embroidery"),
]
UNMOVED = [
    ("5월 북한의 페로실리콘 수출은 220만 달러였다.", "ferrosilicon"),
    ("5월 북한의 대중 수출은 220만 달러였다.", "all"),
    ("5月朝鲜对华出口硅铁220万美元。", "ferrosilicon"),
    ("5月の北朝鮮の対中輸出は220万ドルだった。", "all"),
]


@pytest.mark.parametrize(("text", "goods"), [*KNOWN, *UNMOVED])
def test_the_goods_are_those_named(text: str, goods: str) -> None:
    """A word for some goods makes no goods of what has none."""
    assert only_claim(text).commodity == goods
