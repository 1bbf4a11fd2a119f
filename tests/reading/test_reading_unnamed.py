"""Goods that no table knows stay unnamed in a list, in languages without blanks between words too."""

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "6월 중국의 대북 수출 품목은 위젯(910만 달러), 설탕(840만 달러), 쌀(620만 달러) 순이었다.",
        "6월 중국의 대북 수출은 설탕(910만 달러), 위젯(840만 달러), 쌀(620만 달러) 순이었다.",
        "6月中国对朝鲜出口白糖910万美元、小部件840万美元、大米620万美元。",
        "6月中国对朝出口前三位为小部件（910万美元）、白糖（840万美元）和大米（620万美元）。",
        "6月の中国の対北朝鮮輸出は、砂糖が910万ドル、ウィジェットが840万ドル、コメが620万ドルだった。",
    ],
)
def test_a_word_that_nobody_knows_is_not_all_goods_and_not_those_before(text: str) -> None:
    """Of three goods one is missing."""
    found = read(Document(id="own", text=text)).claims
    assert sorted(str(one.commodity) for one in found) == ["None", "rice", "sugar"]


@pytest.mark.parametrize(
    "text",
    [
        "6월 중국의 대북 수출은 1억 달러였고, 설탕이 910만 달러, 쌀이 620만 달러였다.",
        "6月中国对朝鲜出口1亿美元，其中白糖910万美元、大米620万美元。",
        "6月の中国の対北朝鮮輸出は1億ドルで、砂糖が910万ドル、コメが620万ドルだった。",
    ],
)
def test_what_is_told_of_a_flow_is_of_all_goods(text: str) -> None:
    """Only a word of a list names goods."""
    found = read(Document(id="own", text=text)).claims
    assert sorted(str(one.commodity) for one in found) == ["all", "rice", "sugar"]


@pytest.mark.parametrize(
    ("told", "goods"),
    [
        ("Exports of teaching models reached $8.4 million.", "teaching models"),
        ("Exports of teaching models rose 5 percent to $8.4 million.", "teaching models"),
        ("Exports of merely $8.4 million were sent by rail.", "all"),
        ("Exports of the country reached $8.4 million.", "all"),
        ("Exports of processed hair reached $8.4 million.", "wig material"),
    ],
)
def test_a_flow_of_a_word_that_nobody_knows_is_not_of_all_goods(told: str, goods: str) -> None:
    """Its amount is held against no amount of all goods: the word itself names it."""
    text = f"North Korea's exports to China were $215.2 million in 2019. {told}"
    _, *found = read(Document(id="own", text=text)).claims
    assert {one.commodity for one in found} == {goods}


@pytest.mark.parametrize("opener", ["", "plastics ($98.4 million), and "])
def test_what_hangs_on_goods_behind_a_comma_is_theirs(opener: str) -> None:
    """Which tells of the goods right before it, alone or as the last of a list."""
    text = f"North Korea bought {opener}rice, which quadrupled to $84 million, from China in 2019."
    found = read(Document(id="own", text=text)).claims
    assert {one.commodity for one in found[-2:]} == {"rice"}


@pytest.mark.parametrize(
    ("told", "goods"),
    [
        ("North Korea exported $3.2 million worth of wexlers to China in May, down 12 percent.", "wexlers"),
        ("North Korea bought 340 tons of wexlers from China in May, worth $2 million.", "wexlers"),
        ("China's imports of dried wexlers from North Korea rose 14 percent to $6.1 million.", "dried wexlers"),
        ("India's exports of engineering goods grew 8.1 percent to $9.9 billion in May.", "engineering goods"),
        ("India's imports of project goods were worth $9.9 billion in May.", "project goods"),
    ],
)  # fmt: skip
def test_a_word_that_nobody_knows_names_its_goods(told: str, goods: str) -> None:
    """An amount worth of it, tons of it and a flow of it are its own."""
    found = read(Document(id="own", text=told)).claims
    assert {one.commodity for one in found} == {goods}


@pytest.mark.parametrize(
    "told",
    [
        "India's exports of other goods grew 8.1 percent to $9.9 billion in May.",
        "China sold North Korea $12 million worth of goods in May.",
        "North Korea's exports of the past year reached $12 million.",
        "China's exports of the four banned goods earned it $1 billion.",
        "China's exports of much higher value reached $12 million.",
        "About $2 billion of annual trade between China and North Korea is at stake.",
    ],
)
def test_a_word_that_only_points_names_no_goods(told: str) -> None:
    """Other goods, trade and value are no names."""
    found = read(Document(id="own", text=told)).claims
    assert {one.commodity for one in found} == {"all"}


def test_the_goods_before_do_not_pass_to_a_word_that_nobody_knows() -> None:
    """A flow of something else ends the goods spoken of."""
    text = "Coal exports to China fell to $20 million. Sales of wexlers rose to $8 million."
    coal, other = read(Document(id="own", text=text)).claims
    assert (coal.commodity, other.commodity) == ("coal", "wexlers")


def test_an_adjective_of_a_list_of_adjectives_is_no_name() -> None:
    """The goods stand behind the second."""
    text = "North Korea's shipments of quilted and woven garments to China rose to $8 million."
    (found,) = read(Document(id="own", text=text)).claims
    assert found.commodity == "apparel not knitted"
