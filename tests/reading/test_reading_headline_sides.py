"""Whose trade a text tells below its headline, where goods went, and whose cargoes a short name means."""

from datetime import date

import pytest

from nktrade.documents import load
from nktrade.reading import read


def told(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Flow, reporter and partner of each claim."""
    page = load(text.encode(), date=date(2025, 9, 9), lang="en")
    return [(one.flow, one.reporter, one.partner) for one in read(page).claims]


@pytest.mark.parametrize(
    ("headline", "body", "sides"),
    [
        (
            "Japan's exports fall again, car shipments to U.S. sink 26%",
            "Imports edged up 2 percent in June.",
            ("import", "JPN", "WLD"),
        ),
        (
            "Chile's exports grow, copper sales to China rise 4%",
            "Exports were worth $9 billion in August.",
            ("export", "CHL", "WLD"),
        ),
        (
            "Chile's copper sales to China rise 4%",
            "Imports were worth $9 billion in August.",
            ("import", "CHL", "CHN"),
        ),
    ],
)
def test_a_text_is_about_what_its_headline_tells_first(
    headline: str, body: str, sides: tuple[str, str, str]
) -> None:
    """A figure of one partner at its end is of that partner alone; of one named throughout goes on."""
    assert told(f"{headline}\n\nSANTIAGO - {body}")[1] == sides


@pytest.mark.parametrize(
    ("headline", "body", "sides"),
    [
        (
            "Brazil's exports to China slump",
            "Brazil's exports fell 7 percent in August, official data showed.",
            ("export", "BRA", "WLD"),
        ),
        (
            "Brazil's exports to China slump",
            "Brazil's deficit grew to $3 billion in August.",
            ("balance", "BRA", "WLD"),
        ),
        (
            "Brazil's exports to China slump",
            "The trade surplus shrank to $3 billion in August as Brazil sold less.",
            ("balance", "BRA", "WLD"),
        ),
        (
            "Brazil's exports beat hopes, surplus with China shrinks",
            "Exports rose 3 percent in August.",
            ("export", "BRA", "WLD"),
        ),
        (
            "Brazil's surplus with China shrinks, exports beat hopes",
            "Exports rose 3 percent in August.",
            ("export", "BRA", "CHN"),
        ),
        (
            "U.S. buys less from China",
            "Exports fell 7 percent in August, China's customs said, and China sold less steel.",
            ("export", "CHN", "WLD"),
        ),
        (
            "Brazil's exports to China slump",
            "They fell 7 percent in August.",
            ("export", "BRA", "CHN"),
        ),
        (
            "Brazil's exports to China slump",
            "Brazil sold China $3 billion worth of goods in August.",
            ("export", "BRA", "CHN"),
        ),
        (
            "North Korea's exports to China slump",
            "North Korea's exports fell 7 percent in August.",
            ("export", "PRK", "CHN"),
        ),
    ],
)
def test_a_partner_of_a_headline_without_a_figure_is_not_that_of_all_trade(
    headline: str, body: str, sides: tuple[str, str, str]
) -> None:
    """The first sentence of such news tells of all trade, unless it goes on about the one partner."""
    assert told(f"{headline}\n\nIn brief - {body}") == [sides]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Sales to Peru rose. Chile's exports there reached $3 billion.", ("export", "CHL", "PER")),
        ("Chile ran a deficit with Peru. Car shipments there fell 3 percent.", ("export", "CHL", "PER")),
        ("Chile ran a deficit with Peru. Imports from there fell 3 percent.", ("import", "CHL", "PER")),
        ("With Peru, its neighbour, Chile ran a deficit. Exports there fell 3%.", ("export", "CHL", "PER")),
        ("Chile ran a deficit with Peru. Goods sold there earned $3 million.", ("export", "CHL", "PER")),
        ("Chile's trade with Peru grew, and exports there rose by 3 percent.", ("export", "CHL", "PER")),
        ("Chile's exports to Peru grew. In August there were exports of $3 million.", ("export", "CHL", "WLD")),
    ],
)  # fmt: skip
def test_there_is_the_country_that_trade_was_last_told_with(
    text: str, sides: tuple[str, str, str]
) -> None:
    """Behind a flow word, and not where it only says that there is something."""
    assert told(f"Chile's exports were $9 billion in July. {text}")[1] == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("U.S. shipments plunged 25 percent.", ("export", "CHN", "USA")),
        ("EU deliveries rose 2 percent.", ("export", "CHN", "EUU")),
        ("Russian shipments plunged 25 percent.", ("export", "RUS", "WLD")),
        ("Russia's shipments plunged 25 percent.", ("export", "RUS", "WLD")),
        ("U.S. exports plunged 25 percent.", ("export", "USA", "WLD")),
        ("Shipments to the U.S. plunged 25 percent.", ("export", "CHN", "USA")),
    ],
)
def test_cargoes_with_a_short_name_go_where_it_says_in_a_text_on_who_sends_them(
    text: str, sides: tuple[str, str, str]
) -> None:
    """A name that has no adjective says nothing of whose they are; others say that they are its own."""
    assert told(f"China's exports fell 1 percent in October. {text}")[1] == sides


@pytest.mark.parametrize(
    ("headline", "sides"),
    [
        ("Russia overtakes Iraq as India's top crude supplier", ("import", "IND", "SAU")),
        ("Russia overtakes Iraq in crude oil", ("import", "RUS", "SAU")),
    ],
)
def test_a_headline_on_a_supplier_is_about_whom_it_supplies(
    headline: str, sides: tuple[str, str, str]
) -> None:
    """What came from another then came to the same buyer."""
    body = "Russia shipped 90 million tonnes of crude to India in 2023. Imports from Saudi Arabia were 30 million tonnes."
    assert told(f"{headline}\n\nNEW DELHI - {body}")[1] == sides


@pytest.mark.parametrize(
    ("topic", "text", "sides"),
    [
        ("Peru's exports rose 3%", "Japan bought 5 percent more.", ("import", "JPN", "PER")),
        ("Peru's exports rose 3%", "India took 4 million tons of copper.", ("import", "IND", "PER")),
        ("Peru's exports rose 3%", "Chile shipped 4 million tons of copper.", ("export", "CHL", "WLD")),
        ("Peru's exports rose 3%", "Japan's imports were $9 million.", ("import", "JPN", "WLD")),
        ("Peru's imports rose 3%", "Chile supplied goods worth $9 million.", ("export", "CHL", "PER")),
        ("Peru's imports rose 3%", "Japan bought goods worth $9 million.", ("import", "JPN", "WLD")),
        ("Peru's trade rose 3%", "Chile supplied goods worth $9 million.", ("export", "CHL", "PER")),
        ("The EU's trade rose 3%", "Germany bought goods worth $9 million.", ("import", "DEU", "WLD")),
    ],
)  # fmt: skip
def test_who_buys_in_a_text_on_what_a_country_sells_buys_from_it(
    topic: str, text: str, sides: tuple[str, str, str]
) -> None:
    """A second seller sells to all, and a member of a group need not trade with it."""
    assert told(f"{topic} in August. {text}")[1] == sides


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("Imports fell to $3 billion, a surplus of $1 billion. Those from India rose 2%.", "import"),
        ("Exports fell to $3 billion, a surplus of $1 billion. Those to India rose 2%.", "export"),
        ("Imports fell to $3 billion. The surplus was $1 billion, and that with India $2 million.", "balance"),
    ],
)  # fmt: skip
def test_those_from_a_country_are_no_balance(text: str, flow: str) -> None:
    """What comes from a place or goes there is the flow last told, not the surplus that came of it."""
    last = told(f"Japan's exports were $4 billion in August. {text}")[-1]
    assert last == (flow, "JPN", "IND")
