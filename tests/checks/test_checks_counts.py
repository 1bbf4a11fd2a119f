"""Two counts that a text sets beside each other contradict nothing; one count contradicts itself."""

import pytest
from told import errors

TEXTS = {
    "en": (
        (
            "Russia reported delivering 165,000 barrels of refined petroleum to North Korea in 2023. {} puts deliveries "
            "between January and September 2023 at 1.52 million barrels."
        ),
        ("A separate assessment by several governments", "An independent estimate", "Russia"),
    ),
    "ko": (
        "러시아는 2023년 북한에 정유 16만5천 배럴을 공급했다고 보고했다. {} 2023년 1∼9월 공급량이 152만 배럴이다.",
        ("별도 추산으로는", "자체 집계로는", "보고에 따르면"),
    ),
    "zh": (
        "俄罗斯报告2023年向朝鲜供应成品油16.5万桶。{}，2023年1至9月供应量为152万桶。",
        ("另一项估算认为", "据独立估算", "报告说"),
    ),
    "ja": (
        "ロシアは2023年に北朝鮮へ石油精製品16万5千バレルを輸出したと報告した。{}2023年1〜9月の輸出は152万バレルに上る。",
        ("別の推計では", "独自の集計では", "報告では"),
    ),
}


@pytest.mark.parametrize("lang", TEXTS)
def test_a_count_that_is_set_apart_contradicts_no_other(lang: str) -> None:
    """Nine months of one count may exceed the year of another, and not of the same."""
    text, (first, second, same) = TEXTS[lang]
    assert [errors(text.format(who)) for who in (first, second)] == [[], []]
    assert errors(text.format(same)) == ["months within"]
