"""Which two flows a sentence compares, in each language, and what is left open."""

from datetime import date

import pytest

from nktrade.core.claims import Statement, Stream
from nktrade.core.codes import Flow
from nktrade.core.documents import Document
from nktrade.core.period import Period
from nktrade.reading import read

COAL = ("import", "CHN", "PRK", "coal"), ("import", "CHN", "AUS", "coal")
FUEL = (
    ("import", "PRK", "RUS", "refined petroleum"),
    ("import", "PRK", "CHN", "refined petroleum"),
)


def compared(text: str, lang: str = "en") -> list[Statement]:
    """The statements of two flows in one text."""
    found = read(Document(id="own", text=text, lang=lang, date=date(2021, 6, 20))).statements
    return [one for one in found if one.says in {"replaced", "eased", "overtook", "led"}]


def told(one: Stream) -> tuple[str | None, ...]:
    """A flow in short."""
    return (one.flow, one.reporter, one.partner, one.commodity)


@pytest.mark.parametrize(
    ("lang", "text", "says", "flows"),
    [
        ("en", "North Korean coal made up for Australian coal in China.", "replaced", COAL),
        ("en", "China replaced Australian coal with North Korean coal.", "replaced", COAL),
        ("en", "In China, Australian coal was replaced by North Korean coal.", "replaced", None),
        (
            "en",
            "Since China stopped imports of Australian coal, Beijing has been filling the gap with North Korean coal.",
            "replaced",
            COAL,
        ),
        (
            "en",
            "China suspended imports of Australian coal. North Korean coal is making up some of the shortfall.",
            "eased",
            COAL,
        ),
        (
            "en",
            "Russia overtook China as North Korea's largest supplier of refined petroleum.",
            "overtook",
            FUEL,
        ),
        (
            "en",
            "China was overtaken by Russia as North Korea's top supplier of refined petroleum.",
            "overtook",
            FUEL,
        ),
        (
            "en",
            "China's exports to North Korea overtook its imports from the North in 2018.",
            "overtook",
            (("export", "CHN", "PRK", "all"), ("import", "CHN", "PRK", "all")),
        ),
        (
            "en",
            "North Korea's exports of seafood offset the fall in its coal exports to China.",
            "replaced",
            (("export", "PRK", "CHN", "seafood"), ("export", "PRK", "CHN", "coal")),
        ),
        ("zh", "中国用朝鲜煤炭弥补了澳大利亚煤炭的缺口。", "replaced", COAL),
        (
            "ko",
            "러시아가 중국을 제치고 북한의 최대 정제유 공급국이 됐다.",
            "overtook",
            FUEL,
        ),
        (
            "ja",
            "ロシアが中国を抜いて北朝鮮への石油精製品の最大の供給国になった。",
            "overtook",
            FUEL,
        ),
    ],
)
def test_both_sides_of_the_word_are_a_flow(
    lang: str, text: str, says: str, flows: tuple[tuple[str, ...], ...] | None
) -> None:
    """What came in stands before the word, behind it or behind "with"; what a side leaves out the other has."""
    (found,) = compared(text, lang)
    assert found.says == says
    assert found.beside is not None
    if flows:
        assert (told(found.stream), told(found.beside)) == flows


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "2021年，朝鲜煤炭取代了澳大利亚煤炭。"),
        ("ko", "2021년 북한산 석탄이 호주산 석탄을 대체했다."),
        ("ja", "2021年、北朝鮮産石炭がオーストラリア産石炭に取って代わった。"),
        ("en", "Australian coal was replaced by North Korean coal in 2021."),
    ],
)
def test_a_buyer_that_nobody_names_stays_open(lang: str, text: str) -> None:
    """Two sellers and their goods are known, and the year; who bought from both is not."""
    (found,) = compared(text, lang)
    assert (found.reporter, found.partner, found.period) == (None, "PRK", Period.of("2021"))
    assert found.beside == Stream(flow=Flow.IMPORT, partner="AUS", commodity="coal")


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 China became North Korea's largest supplier of refined oil.",
        "In 2019 China became the largest supplier of refined oil to North Korea.",
    ],
)
def test_who_became_the_largest_is_held_against_all_others(text: str) -> None:
    """The goods, the buyer and the year are those of the rank."""
    (found,) = compared(text)
    assert (found.says, told(found.stream)) == ("led", FUEL[1])
    assert (found.beside, found.period) == (None, Period.of("2019"))


@pytest.mark.parametrize(
    ("lang", "text", "flow"),
    [
        ("ko", "2019년 중국이 북한의 최대 정제유 공급국이 됐다.", FUEL[1]),
        ("ko", "2019년 중국은 북한의 정제유 최대 공급처로 떠올랐다.", FUEL[1]),
        (
            "ko",
            "2019년 중국이 북한의 최대 석탄 수출 시장이 됐다.",
            ("export", "PRK", "CHN", "coal"),
        ),
        ("zh", "2019年，中国成为朝鲜最大的成品油供应国。", FUEL[1]),
        ("zh", "2019年中国跃居朝鲜第一大成品油来源国。", FUEL[1]),
        ("zh", "2019年，中国成为朝鲜最大的煤炭出口市场。", ("export", "PRK", "CHN", "coal")),
        ("ja", "2019年、中国は北朝鮮の最大の石油精製品供給国になった。", FUEL[1]),
        ("ja", "2019年、中国は北朝鮮にとって石油精製品の最大の調達先となった。", FUEL[1]),
        (
            "ja",
            "2019年、中国は北朝鮮の石炭の最大の輸出先に浮上した。",
            ("export", "PRK", "CHN", "coal"),
        ),
    ],
)
def test_the_largest_is_told_in_every_language(lang: str, text: str, flow: tuple[str, ...]) -> None:
    """The rank stands behind the verb in Chinese, and before it in Korean and Japanese."""
    (found,) = compared(text, lang)
    assert (found.says, told(found.stream)) == ("led", flow)
    assert (found.beside, found.period) == (None, Period.of("2019"))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ko", "2019년 중국이 북한의 두 번째로 큰 정제유 공급국이 됐다."),
        ("ko", "2019년 중국이 북한의 2위 정제유 공급국이 됐다."),
        ("ko", "2019년 중국이 북한의 최대 정제유 공급국 중 하나가 됐다."),
        ("ko", "최대 5만 톤의 석탄이 중국으로 수출됐다."),
        ("zh", "2019年，中国成为朝鲜第二大成品油供应国。"),
        ("zh", "2019年，中国成为朝鲜最大的成品油供应国之一。"),
        ("zh", "这是朝鲜最大的煤矿，煤炭出口到中国。"),
        ("ja", "2019年、中国は北朝鮮の最大級の石油精製品供給国になった。"),
        ("ja", "2019年、中国は北朝鮮で2番目に大きい石油精製品の供給国になった。"),
        ("ja", "最大5万トンの石炭が中国に輸出された。"),
    ],
)
def test_a_second_rank_is_not_the_largest(lang: str, text: str) -> None:
    """Nor is one of several, nor what is largest and no supplier."""
    assert compared(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ko", "중국은 호주산 석탄을 북한산 석탄으로 대체했다."),
        ("ko", "중국에서 북한산 석탄이 호주산 석탄의 빈자리를 메웠다."),
        ("ko", "중국에서 북한산 석탄이 호주산 석탄의 자리를 대신했다."),
        ("zh", "在中国，朝鲜煤炭填补了澳大利亚煤炭的空缺。"),
        ("zh", "朝鲜煤炭弥补了中国的澳大利亚煤炭缺口。"),
        ("en", "North Korean coal made up for China's Australian coal."),
        ("ja", "中国はオーストラリア産石炭を北朝鮮産石炭で代替した。"),
        ("ja", "中国はオーストラリア産石炭を北朝鮮産石炭に切り替えた。"),
        ("ja", "中国では北朝鮮産石炭がオーストラリア産石炭の不足を補った。"),
    ],
)
def test_what_came_in_is_told_by_its_particle(lang: str, text: str) -> None:
    """A subject takes the place of what it replaces; what is used instead stands right before the verb."""
    (found,) = compared(text, lang)
    assert (found.says, found.beside and told(found.beside)) == ("replaced", COAL[1])
    assert told(found.stream) == COAL[0]


def test_a_pronoun_may_mean_any_of_several_countries() -> None:
    """Whose largest supplier it became is not guessed."""
    text = "Japan's car exports to Thailand fell, and China became its largest supplier in 2023."
    (found,) = compared(text)
    assert found.reporter is None


@pytest.mark.parametrize(
    "text",
    [
        "Kim replaced the minister of trade with a general.",
        "North Korea became a member of the forum.",
        "In 2019 China became a supplier of refined oil to North Korea.",
        "In 2019 China became one of North Korea's largest suppliers of refined oil.",
        "In 2019 China became North Korea's second-largest supplier of refined oil.",
        "Russia replaced China in the final.",
        "The new bridge to North Korea replaced an older one.",
    ],
)
def test_what_is_no_trade_is_not_compared(text: str) -> None:
    """Two countries without goods, a flow or a rank are no two flows."""
    assert compared(text) == []


def test_a_figure_beside_the_word_stays_the_claim_that_it_is() -> None:
    """The one that overtook is told with its amount; both are kept."""
    text = "Russia overtook Saudi Arabia as China's largest supplier of crude oil with 107 million tons in 2023."
    found = read(Document(id="own", text=text, lang="en"))
    assert [one.figure.surface for one in found.claims] == ["107 million tons"]
    assert [one.says for one in found.statements] == ["overtook"]


@pytest.mark.parametrize(
    ("text", "buyer", "sellers", "goods"),
    [
        ("China's imports of coal from Russia replaced Australian coal.", "CHN", "RUS AUS", "coal"),
        ("China replaced imports of Australian coal with Mongolian.", "CHN", "MNG AUS", "coal"),
        ("Chinese imports from Mongolia overtook Australia in 2020.", "CHN", "MNG AUS", "all"),
        ("Imports of Russian coal made up for Australian coal.", None, "RUS AUS", "coal"),
    ],
)
def test_a_country_or_goods_alone_stand_in_the_place_of_the_flow_told(
    text: str, buyer: str | None, sellers: str, goods: str
) -> None:
    """Who bought from the one bought from the other too; nobody buys from himself."""
    (found,) = compared(text)
    assert found.beside is not None
    both = told(found.stream), told(found.beside)
    assert both == tuple(("import", buyer, seller, goods) for seller in sellers.split())
