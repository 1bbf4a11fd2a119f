"""What the reader makes of Korean, Chinese and Japanese."""

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from annotated import gold_of, told_of
from cjk_claims import DAY, claims_in, only_claim

from nktrade.core.claims import Claim
from nktrade.core.codes import Channel, Kind
from nktrade.core.documents import Document
from nktrade.reading import read
from nktrade.reading.language import passages

Record = dict[str, Any]
LANGUAGES = ("ko", "zh", "ja")
CORPORA = Path(__file__).resolve().parents[1] / "corpus"
DOCS: list[Record] = [
    doc
    for language in LANGUAGES
    for doc in json.loads((CORPORA / f"{language}_constructions.json").read_text("utf8"))["docs"]
]


def sign_of(claim: Claim) -> str | None:
    """The sign of what has one: a multiple of these languages' corpora has none."""
    return None if claim.kind is Kind.RATIO else claim.sign


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc["id"])
def test_each_construction_of_three_languages_gives_its_claims_and_no_other(doc: Record) -> None:
    """A text written for one construction gives exactly the claims that were read over by hand."""
    found = claims_in(doc["text"], date.fromisoformat(doc["date"]) if doc["date"] else None)
    assert [(*told_of(one), sign_of(one)) for one in found] == [
        (*gold_of(one), one["sign"]) for one in doc["claims"]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_development_corpora_are_read_as_well_as_the_product_is_held_to(
    shared: Path, language: str
) -> None:
    """Of the figures of each development corpus 98 in 100 are found, none is invented."""
    docs = json.loads((shared / "dev-corpus" / f"{language}.json").read_text("utf8"))["docs"]
    gold = found = made = 0
    for doc in docs:
        claims = claims_in(doc["text"], date.fromisoformat(doc["date"]))
        made += len(claims)
        for one in doc["claims"]:
            gold += 1
            found += any(
                claim.figure.start < one["end"]
                and one["start"] < claim.figure.end
                and float(claim.value) == pytest.approx(one["value"], rel=1e-3)
                and claim.kind.value == one["kind"]
                for claim in claims
            )
    assert found >= gold * 0.98
    assert made <= gold * 1.02


RESTATED = [
    "북한의 수출은 1천200만 달러(약 140억원)였다.",
    "朝鲜出口1200万美元(约合8400万元人民币)。",
    "北朝鮮の輸出は1200万ドル(約13億円)だった。",
]


@pytest.mark.parametrize("text", RESTATED)
def test_an_amount_in_the_readers_money_restates_the_one_before(text: str) -> None:
    """A bracket in won, yuan or yen is the same amount again."""
    first, second = claims_in(text)
    assert (first.restates, second.restates) == (None, first.id)


SMUGGLED = [
    "북한은 석탄 20만t을 밀수로 중국에 수출했다.",
    "朝鲜向中国走私出口煤炭20万吨。",
    "北朝鮮は石炭20万トンを瀬取りで中国に輸出した。",
]


@pytest.mark.parametrize("text", SMUGGLED)
def test_smuggled_goods_did_not_pass_customs(text: str) -> None:
    """The channel follows the words."""
    assert only_claim(text).channel is Channel.UNRECORDED


def test_a_text_may_change_its_language() -> None:
    """Each line is read in its own language, and claims keep the order of the text."""
    text = (
        "북한의 7월 대중 수입은 2억 달러였다.\n"
        "North Korea's imports from China came to $200 million in July.\n"
        "北朝鮮の7月の対中輸入は2億ドルだった。\n"
    )
    assert [one.language for one in passages(text, None)] == ["ko", "en", "ja"]
    found = claims_in(text)
    assert [one.id for one in found] == ["c1", "c2", "c3"]
    assert {(one.flow, one.reporter, one.partner, one.value, one.period) for one in found} == {
        (found[0].flow, "PRK", "CHN", Fraction(2 * 10**8), found[0].period)
    }


def test_characters_alone_are_chinese_unless_kana_stand_around_them() -> None:
    """A headline without kana in a Japanese text is Japanese."""
    assert passages("对朝出口3亿美元\n", None)[0].language == "zh"
    assert {one.language for one in passages("中朝貿易総額\n輸出は3億ドルだった。\n", None)} == {
        "ja"
    }


TABLES = [
    "북한의 대중 무역 (단위: 백만 달러)\n구분  2017년  2018년\n수출  1,651  195\n수입  3,327  2,218\n",
    "朝鲜对华贸易(单位:百万美元)\n项目  2017年  2018年\n出口  1,651  195\n进口  3,327  2,218\n",
    "北朝鮮の対中貿易(単位:100万ドル)\n区分  2017年  2018年\n輸出  1,651  195\n輸入  3,327  2,218\n",
]


@pytest.mark.parametrize("text", TABLES)
def test_a_table_takes_unit_and_scale_from_its_note(text: str) -> None:
    """Cells are read in the unit declared, under their year and flow."""
    found = claims_in(text)
    assert [float(one.value) for one in found] == [1651e6, 195e6, 3327e6, 2218e6]
    assert [one.period.first.year for one in found if one.period] == [2017, 2018, 2017, 2018]
    assert {(one.reporter, one.partner, one.figure.unit) for one in found} == {
        ("PRK", "CHN", "USD")
    }


CITATIONS = [
    "유엔 안보리 결의 2397호는 2017년 12월 채택됐다.",
    "2017년 12월 채택된 2397호 결의",
    "联合国安理会第2397号决议于2017年12月通过。",
    "国連安保理決議2397号は2017年12月に採択された。",
    "2017年12月に採択された決議第2397号",
]


@pytest.mark.parametrize("text", CITATIONS)
def test_a_resolution_is_cited_by_a_number_before_or_behind_its_word(text: str) -> None:
    """Number, date of adoption and place are read on either side of the word."""
    (citation,) = read(Document(id="own", text=text, date=DAY)).citations
    assert citation.number == 2397
    assert str(citation.adopted) == "2017-12"
    assert text[citation.start : citation.end] == citation.surface


@pytest.mark.parametrize(
    "text",
    [
        "러시아의 대북 정제유 공급량은 4만4천655배럴로 연간 한도 50만배럴의 8.9%에 해당한다.",
        "ロシアの北朝鮮への精製油の供給量は4万4655バレルで年間上限50万バレルの8.9%に当たる。",
        "俄罗斯对朝供应成品油4.47万桶，占年度上限50万桶的8.9%。",
    ],
)
def test_a_limit_right_before_a_figure_is_that_figure(text: str) -> None:
    """What was supplied before it is no limit."""
    supplied, limit, _ = claims_in(text)
    assert (supplied.kind, limit.kind) == (Kind.LEVEL, Kind.CAP)


@pytest.mark.parametrize(
    "text",
    [
        "韓国の7月の輸出は580億ドルで、6月から12%増えた。",
        "韓国の7月の輸出は6月より12%多い580億ドルだった。",
        "한국의 7월 수출은 580억달러로 6월에서 12% 늘었다.",
    ],
)
def test_a_change_from_an_earlier_month_is_of_the_month_spoken_of(text: str) -> None:
    """From June names what July is compared with."""
    claims = claims_in(text)
    assert {str(one.period) for one in claims} == {"2019-07"}
    assert [one.base for one in claims if one.kind is Kind.CHANGE_PCT] == ["month_earlier"]


@pytest.mark.parametrize(
    "text", ["6月对朝出口由2亿美元至3亿美元。", "対中輸出は2億ドルから5億ドルに増えた。"]
)
def test_what_something_came_from_is_no_end_of_a_range(text: str) -> None:
    """A word for where a change begins tells two levels, not one amount."""
    assert len(claims_in(text)) == 2


def test_a_row_behind_a_blank_is_read_once() -> None:
    """A table whose rows are indented with wide blanks is a table, and no sentence too."""
    text = "日本の品目別の輸出\n\n\u3000自動車\u3000\u30005億円\u3000\u30003%増\n\u3000鉄鋼\u3000\u30004億円\u3000\u30002%減\n"
    found = claims_in(text)
    assert [one.id for one in found] == ["c1", "c2", "c3", "c4"]
    assert [one.sign for one in found] == [None, "+", None, "-"]
