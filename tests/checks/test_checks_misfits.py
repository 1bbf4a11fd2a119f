"""Misfits: two prints of one cell contradict each other only where the text rules out a second cell or count."""

from datetime import date
from fractions import Fraction

import pytest

import nktrade as nk
from nktrade.core.codes import Severity, Verdict
from nktrade.core.findings import Relation

DAY = date(2018, 7, 23)
SUMS = (
    "In June 2018 China's exports to North Korea were $204.2 million and its imports from North Korea "
    "were $13.0 million, for total trade of $217.2 million."
)
MISFIT = "In June 2018 China's exports to North Korea were $487.9 million"


def misfits(text: str) -> list[Relation]:
    """What the check of misfits finds in a text."""
    (checked,) = nk.check(text, date=DAY, against="none").checked
    return [one for one in checked.relations if one.check == "misfit"]


def test_the_print_that_others_contradict_is_named() -> None:
    """The sum closes with one print alone: that one is what the other likely was."""
    (found,) = misfits(f"{SUMS} {MISFIT}.")
    assert (found.severity, found.verdict) == (Severity.ERROR, Verdict.LOCATED)
    assert found.suspect == ("c4",)
    assert found.likely_value == 204_200_000
    assert found.explanation == "other figures fit c1 and contradict c4"


def test_two_prints_of_one_office_are_of_one_count() -> None:
    """Who counted is told of both, and they are told from one side."""
    customs = "Chinese customs data show that in"
    (found,) = misfits(f"{SUMS.replace('In', customs)} {MISFIT.replace('In', customs)}.")
    assert found.suspect == ("c4",)


def test_the_likely_value_is_in_the_unit_of_the_misfit() -> None:
    """A misfit in percent, or in billions, is told what it was as it would be printed."""
    (found,) = misfits(
        "In June 2018 China's exports to North Korea were $204.2 million, down 37.5 percent from $326.7 million in June "
        "2017. In June 2018 China's exports to North Korea fell 81.3 percent from a year earlier."
    )
    assert found.suspect == ("c4",)
    assert found.likely_value == Fraction("37.5")


def test_two_sentences_that_tell_one_number_alike_are_of_one_count() -> None:
    """The imports agree and the exports do not: one of two is wrong, and nothing says which."""
    (found,) = misfits(
        "In June 2018 China's exports to North Korea were $204.2 million and its imports from North Korea were "
        "$13.0 million. That month exports came to $487.9 million and imports to $12.97 million."
    )
    assert (found.severity, found.verdict) == (Severity.ERROR, Verdict.TIE)
    assert found.suspect == ("c1", "c3")
    assert found.likely_value is None


def test_a_figure_that_closes_a_sum_tells_what_its_sentence_is_of() -> None:
    """The exports fit imports and total of other sentences: so the imports beside them are of that month too."""
    (found,) = misfits(
        "In June 2018 North Korea's imports from China were $114.87 million. Total trade between the two countries came "
        "to $143.3 million. Exports were $28.387 million and imports $164 million."
    )
    assert (found.verdict, found.suspect) == (Verdict.LOCATED, ("c4",))


@pytest.mark.parametrize(
    "text",
    [
        (
            "In June 2018 Japan's crab imports from Russia were ${} million. Total crab trade came to ${} million. "
            "Crab exports were ${} million and crab imports $164 million."
        ),
        (
            "In June 2018 North Korea's imports from China were ${} million, by an estimate. Total trade between the two "
            "countries came to ${} million. By then exports were ${} million and imports $164 million."
        ),
        (
            "In June 2018 North Korea's imports from China were ${} million. Total trade between the two countries came to "
            "${} million. Exports, traders said, were ${} million and imports as the market had feared $164 million."
        ),
    ],
    ids=["of some goods", "of a time before", "said by others"],
)
def test_a_sum_that_many_numbers_close_tells_of_no_sentence(text: str) -> None:
    """Known to a hundredth the exports are of that month; known to no more than a tenth, any month's may close the sum."""
    (found,) = misfits(text.format("114.87", "143.3", "28.387"))
    assert (found.verdict, found.suspect) == (Verdict.LOCATED, ("c4",))
    for coarse in (("114.9", "143.3", "28.4"), ("115", "143", "28"), ("114", "142", "28")):
        assert misfits(text.format(*coarse)) == []


def test_two_sentences_that_tell_one_old_level_alike_are_of_one_flow() -> None:
    """What exports were a year before agrees, what they are now does not."""
    (found,) = misfits(
        "North Korea's exports to China were $841,203 in January 2016, compared with $404,700 in January 2015. "
        "Exports climbed to $2.028 million in January 2016 from $404,710 in January 2015."
    )
    assert (found.verdict, found.suspect) == (Verdict.TIE, ("c1", "c3"))


@pytest.mark.parametrize(
    "text",
    [
        (
            "China's imports from North Korea were $176.1 million in May 2018. Imports in June 2018 came to $176.11 million, "
            "down from $560 million in May 2018."
        ),
        (
            "China's imports from North Korea were $176.1 million in May 2018, down 68.6 percent from a month earlier. Imports "
            "in June 2018 came to $176.11 million, down from $560 million in May 2018."
        ),
    ],
)
def test_a_number_told_of_two_months_contradicts_another_for_one_of_them(text: str) -> None:
    """May has $560 million and the $176 million of June: some word for a month is wrong, whatever change leads there."""
    (found,) = misfits(text)
    assert (found.severity, found.verdict) == (Severity.ERROR, Verdict.TIE)
    assert "c1" in found.suspect


@pytest.mark.parametrize(
    "text",
    [
        (
            "China's imports of coal from North Korea were $180 million in May 2018. Imports of coal in June 2018 came to "
            "$182 million, down from $560 million in May 2018."
        ),
        (
            "China's imports from North Korea were $176.1 million. Imports in June 2018 came to $176.11 million, down from "
            "$560 million in May 2018."
        ),
    ],
)
def test_a_round_number_or_an_unsaid_month_is_no_misprinted_month(text: str) -> None:
    """Two digits agree by chance, and a month that no word tells may be read wrongly."""
    assert not misfits(text)


@pytest.mark.parametrize(
    ("text", "suspect"),
    [
        (f"{SUMS.partition(' and its')[0]}. {MISFIT}.", ("c1", "c2")),
        (f"{SUMS.replace('217.2', '250.3')} {MISFIT}.", ("c1", "c4")),
        (
            (
                "China's exports to Vietnam were $48.2 million in January 2018. In January 2018 China's exports to Vietnam came "
                "to $390.6 million."
            ),
            ("c1", "c2"),
        ),
        (
            (
                "China's trade with Vietnam was $3,120 million in January 2018, up 15.2 percent from a year earlier. Total "
                "trade between the two countries rose 48 percent from a year earlier to $3.1 billion."
            ),
            ("c2", "c3"),
        ),
    ],
    ids=["no other", "fits neither", "said again", "changes to one level"],
)
def test_two_plain_numbers_for_all_trade_of_two_countries_contradict_each_other(
    text: str, suspect: tuple[str, ...]
) -> None:
    """Where words name the flow, no goods narrow it and both sides are known, nothing is left to tell them apart."""
    (found,) = misfits(text)
    assert (found.severity, found.verdict, found.suspect) == (
        Severity.ERROR,
        Verdict.TIE,
        suspect,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Japan's exports were $61.2 billion in June 2018. Exports in June came to $5.9 billion.",
        "China's exports of rice to Vietnam were $61.2 million in June 2018. In June 2018 exports came to $5.9 million.",
        "In June 2018 China's exports to Vietnam were $61 million. The country supplied $5.9 million more by rail.",
        (
            "In June 2018 China's exports to Vietnam rose 50 percent to $9.3 billion. Exports had been worth $6.2 billion, "
            "it said."
        ),
    ],
    ids=["everybody", "goods", "no flow word", "before the change"],
)
def test_what_is_not_plainly_told_may_be_another_cell(text: str) -> None:
    """Trade with everybody, goods, a flow that is no word of the text, the level before a change: alternatives."""
    assert not misfits(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{SUMS} {MISFIT}, according to KOTRA, while China's customs counted less.",
        f"{SUMS} In June 2018 China's exports to North Korea were $219.1 million in the newer print.",
        f"{SUMS} In June 2018 China's exports to North Korea were $205.3 million in the tables.",
        f"{SUMS} In June 2018 China's exports to North Korea were more than $150 million.",
        f"{SUMS} In the first half, its exports of machinery were $487.9 million.",
        f"{SUMS} {MISFIT}, up 49.3 percent from $326.7 million in June 2017.",
    ],
    ids=["sources", "revision", "slight revision", "no end", "another cell", "fits both"],
)
def test_what_may_be_another_count_or_cell_is_left_alone(text: str) -> None:
    """Sources, silent revisions, open ends, other cells and divided witnesses leave two prints alternatives."""
    assert misfits(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Trade between the Koreas came to $163.3 million in May 2012. General trade stayed at $8.9 million.",
        "China's exports to Vietnam were $390 million in January 2018. Border trade exports came to $48 million.",
        "2012년 5월 남북 교역액은 1억6330만 달러였다. 위탁 교역은 890만 달러에 그쳤다.",
        "2012年5月の南北交易額は1億6330万ドルだった。一般交易は890万ドルにとどまった。",
    ],
)
def test_an_amount_that_leaves_its_sides_to_the_text_may_be_of_a_part(text: str) -> None:
    """What a word that we have no name for narrows is told without the sides."""
    assert not misfits(text)
