"""Words of the press: verbs of change, fractions in words, goods that only illustrate, years named by distance."""

from datetime import date

import pytest

from nktrade.core.claims import Claim
from nktrade.documents import load
from nktrade.reading import read

DAY = date(2018, 7, 20)


def _claims(text: str) -> tuple[Claim, ...]:
    return read(load(text.encode(), date=DAY, lang="en")).claims


@pytest.mark.parametrize(
    ("verb", "sign"),
    [
        *((verb, "-") for verb in ("dived", "dove", "ebbed", "softened", "receded", "imploded")),
        *((verb, "+") for verb in ("rocketed", "vaulted", "bounced", "firmed", "snowballed")),
    ],
)
def test_a_verb_of_change_tells_its_direction(verb: str, sign: str) -> None:
    """The percentage is the change, the amount where it led."""
    change, level = _claims(
        f"China's exports to North Korea {verb} 12.5 percent to $219 million in May."
    )
    assert (change.kind.value, change.sign, level.kind.value) == ("change_pct", sign, "level")


@pytest.mark.parametrize(
    "told",
    [
        "fell 12.5 percent to $219 million in value but only 4.4 percent in number",
        "fell 12.5 percent to $219 million and merely 4.4 percent in volume",
        "were down 12.5 percent in value but just 4.4 percent by volume",
    ],
)
def test_a_change_goes_on_in_another_measure(told: str) -> None:
    """The second percentage falls as the first did, and is no share."""
    changes = [one for one in _claims(f"China's car exports to Japan {told} in May.") if one.sign]
    assert [(one.kind.value, one.sign) for one in changes] == [("change_pct", "-")] * 2


@pytest.mark.parametrize(
    ("words", "percent"),
    [
        ("a third", 33.3),
        ("more than a third", 33.3),
        ("nearly half", 50.0),
        ("just over two-thirds", 66.7),
    ],
)
def test_a_fraction_behind_by_is_a_change_however_it_is_hedged(words: str, percent: float) -> None:
    """A fraction of something is a share, and stays one."""
    (fell,) = _claims(f"China's exports to North Korea fell by {words} in May.")
    assert (fell.kind.value, float(fell.value), fell.sign) == ("change_pct", percent, "-")
    (share,) = _claims(f"Coal made up {words} of North Korea's exports to China in May.")
    assert share.kind.value == "share_pct"


@pytest.mark.parametrize(("words", "times"), [("sixfold", 6), ("more than eightfold", 8)])
def test_many_fold_is_a_multiple(words: str, times: int) -> None:
    """Grew eightfold."""
    (grown,) = _claims(f"North Korea's exports of wigs to China grew {words} in May.")
    assert (grown.kind.value, float(grown.value)) == ("ratio", times)


@pytest.mark.parametrize(
    ("subject", "goods"),
    [
        ("Minerals such as coal and iron ore", "minerals"),
        ("Seafood, including squid, crab and clams,", "seafood"),
        ("Coal and minerals", "coal and minerals"),  # a list without examples is told as one
    ],
)
def test_goods_that_illustrate_others_own_no_figure(subject: str, goods: str) -> None:
    """Such as coal says which minerals; the share is of the minerals."""
    (share,) = _claims(f"{subject} made up 57.5 percent of North Korea's exports to China in May.")
    assert share.commodity == goods


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("the previous month's $229 million", (2018, 5)),
        ("the year-earlier $489 million", (2017, 6)),
        ("a year-earlier level of $489 million", (2017, 6)),
        ("May's $229 million", (2018, 5)),
    ],
)
def test_an_amount_is_of_the_time_right_before_it(words: str, month: tuple[int, int]) -> None:
    """The level that a change starts from, named by its distance."""
    *_, old = _claims(
        f"North Korea's trade with China was $218 million in June, down 5 percent from {words}."
    )
    assert old.period is not None
    assert (old.period.first.year, old.period.first.month) == month


@pytest.mark.parametrize(
    "text",
    [
        "2023年中朝贸易总额22.95亿美元，是2022年10.28亿美元的2.2倍，恢复到2019年的82%左右。",
        "2023년 북중 무역액은 22억9500만달러로 2022년 10억2800만달러의 2.2배, 2019년의 82%였다.",
        "2023年の中朝貿易総額は22億9500万ドルで、2022年の10億2800万ドルの2.2倍、2019年の82%だった。",
    ],
)
def test_a_multiple_counts_in_the_year_that_owns_it(text: str) -> None:
    """2.2 times the amount of the year before, 82 percent of that of 2019."""
    multiples = [one for one in read(load(text.encode())).claims if one.kind.value == "ratio"]
    assert [one.base for one in multiples] == ["previous_year", "since:2019"]
    assert {str(one.period) for one in multiples} == {"2023"}


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (
            "The annual limit stands at 500,000 barrels, or roughly 60,000 to 65,000 tons.",
            "cap cap",
        ),
        ("A cap of 4 million barrels or 525,000 tons of crude oil a year remains.", "cap cap"),
        ("The limit is 500,000 barrels a year, of which 60,000 tons had arrived.", "cap level"),
        ("The limit is 500,000 barrels a year, and 60,000 tons arrived by June.", "cap level"),
        ("Through the end of 2018 the ceiling is 1.1 million tons, or $55 million.", "cap cap"),
        ("Supplies above the cap were 1.1 million tons.", "level"),
    ],
)
def test_a_limit_in_another_unit_is_a_limit(words: str, kinds: str) -> None:
    """What is told of the limit, or beside it, is none."""
    found = _claims(f"Russia supplies North Korea with refined oil. {words}")
    assert " ".join(one.kind.value for one in found) == kinds


def test_what_each_load_holds_is_no_value_of_a_load() -> None:
    """Per voyage belongs to the tons before it, and not to the dollars behind."""
    every = _claims(
        "North Korea shipped 750,000 tons of coal to China in May, 13,600 tons per voyage, for $56 million."
    )
    assert [one.rate for one in every] == [None, "per_shipment", None]


@pytest.mark.parametrize(
    ("words", "goods"),
    [
        ("under HS 2710", "hs:2710"),
        ("under HS code 2701.11", "anthracite"),
        ("of goods of HS chapter 67", "wigs and feathers"),
        ("by HS, of chapter 39,", "plastics"),
        ("in chapter 39 of the yearbook", "all"),
        ("in the chapter on trade", "all"),
    ],
)
def test_an_hs_line_is_its_goods(words: str, goods: str) -> None:
    """By its number, or by the name that the tables have for it; a report has chapters too."""
    (claim,) = _claims(f"China's exports to North Korea {words} rose to $12 million in May.")
    assert claim.commodity == goods


@pytest.mark.parametrize("words", ["Such goods brought", "Exports of these items came to"])
@pytest.mark.parametrize(("before", "goods"), [("wigs", "wigs"), ("goods", "all")])
def test_such_goods_are_those_spoken_of(words: str, before: str, goods: str) -> None:
    """Where none were named, they are all goods as before."""
    first, then = _claims(
        f"North Korea exported {before} worth $13.4 million to China in May. {words} $67.3 million in 2017."
    )
    assert (first.commodity, then.commodity) == (goods, goods)


@pytest.mark.parametrize(
    ("words", "partner"),
    [
        ("Overall trade between China and North Korea", "PRK"),
        ("China's overall trade with North Korea", "PRK"),
        ("China's overall trade", "WLD"),
    ],
)
def test_overall_trade_is_with_everybody_where_no_partner_is_named(
    words: str, partner: str
) -> None:
    """Overall trade between two is theirs."""
    (claim,) = _claims(f"{words} came to $6.39 billion in 2014.")
    assert (claim.reporter, claim.partner) == ("CHN", partner)


def test_a_sentence_that_looks_back_leaves_its_own_time() -> None:
    """None in 2017, after so much in 2016: what follows is of 2017."""
    every = _claims(
        "China sold no crude oil to North Korea in 2017, after 578,000 tonnes in 2016. "
        "Its exports came to $3 billion, 82 percent of the $3.6 billion in 2013. Imports came to $1.7 billion."
    )
    assert [str(one.period) for one in every] == ["2016", "2017", "2017", "2013", "2017"]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (
            "fell 17.6 percent to $1.1 billion, and 5.9 percent in volume to 15 million tons",
            "change_pct",
        ),
        ("fell 17.6 percent to $1.1 billion and 5.9 percent by volume", "change_pct"),
        ("fell 17.6 percent to $1.1 billion, 5.9 percent of the total", "share_pct"),
        ("fell 17.6 percent to $1.1 billion, and 5.9 percent of it was anthracite", "share_pct"),
    ],
)
def test_a_second_percentage_behind_and_goes_on_changing(words: str, kinds: str) -> None:
    """What is told of a whole is no change."""
    found = _claims(f"China's coal imports from North Korea {words}.")
    second = [one for one in found if one.figure.unit == "percent"][1]
    assert second.kind.value == kinds


@pytest.mark.parametrize("aside", ["meanwhile", "for its part", "its neighbour to the north"])
def test_who_stands_before_an_aside_does_what_follows(aside: str) -> None:
    """Russia, for its part, sold the North goods."""
    (claim,) = _claims(f"Russia, {aside}, sold North Korea goods worth $20.6 million in 2017.")
    assert (claim.reporter, claim.partner) == ("RUS", "PRK")


@pytest.mark.parametrize(
    "words",
    [
        "were led by gizmos ($9.1 million), sugar ($8.4 million) and rice ($6.2 million)",
        "were led by sugar ($8.4 million), gizmos ($7.1 million) and rice ($6.2 million)",
        "were led by sugar ($8.4 million), fertilizer components ($7.1 million) and rice ($6.2 million)",
        "were led by sugar with $8.4 million, rice with $6.2 million and gizmos with $6.1 million",
    ],
)
def test_a_word_that_nobody_knows_is_not_all_goods(words: str) -> None:
    """In a list of goods its amount is of goods that are missing, and accuses none of the others."""
    found = _claims(f"China's exports to North Korea {words} in May.")
    assert sorted(str(one.commodity) for one in found) == ["None", "rice", "sugar"]
    assert [one.missing for one in found if one.commodity is None] == [("commodity",)]


def test_a_total_beside_goods_is_of_all_goods() -> None:
    """Its own words say so."""
    first, total = _claims(
        "China exported sugar worth $9.1 million to North Korea in May, and total exports were worth $150 million."
    )
    assert (first.commodity, total.commodity) == ("sugar", "all")


@pytest.mark.parametrize(
    ("words", "reporter", "partner"),
    [
        ("Some 20,000 tons of North Korean coal entered China", "CHN", "PRK"),
        ("Russian oil worth $3 million landed in North Korea", "PRK", "RUS"),
    ],
)
def test_what_enters_a_country_is_its_import(words: str, reporter: str, partner: str) -> None:
    """From whom the goods are named after."""
    (claim,) = _claims(f"{words} in May.")
    assert (claim.flow.value, claim.reporter, claim.partner) == ("import", reporter, partner)


def test_a_clause_without_a_verb_is_of_the_time_before_it() -> None:
    """In February 2016 exports had been so much and imports so much."""
    every = _claims(
        "China's exports to North Korea came to $3 million in February. In February 2016 China's exports "
        "had been $10.7 million and its imports $610,000."
    )
    assert [str(one.period) for one in every] == ["2018-02", "2016-02", "2016-02"]


def test_a_place_in_brackets_before_a_story_is_nobody_s_trade() -> None:
    """(Seoul) Trade between the North and China."""
    (claim,) = _claims("(Seoul) Trade between the North and China shrank by 55 percent in May.")
    assert (claim.reporter, claim.partner) == ("PRK", "CHN")


@pytest.mark.parametrize(
    "text",
    [
        "한국의 11월 무역수지는 41억4천만달러 흑자였다. 하루 평균 수출액은 19억1천만달러로 12.9% 적었다.",
        "한국의 11월 무역수지는 41억4천만달러 흑자였다. 일평균 수출은 19억1천만달러로 12.9% 적었다.",
        "Korea posted a trade surplus of $4.1 billion in November. Average daily exports were $1.9 billion, 12.9 percent less.",
    ],
)
def test_exports_a_day_are_exports(text: str) -> None:
    """The words for a day leave the flow to be read, whatever was told before."""
    claims = read(load(text.encode(), date=date(2019, 12, 1))).claims
    assert [str(one.flow) for one in claims] == ["balance", "export", "export"]
