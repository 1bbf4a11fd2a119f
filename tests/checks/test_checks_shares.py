"""A share is held to the part that its own sentence tells, where nothing else sets part and whole apart."""

import pytest
from told import claim, errors

import nktrade as nk
from nktrade.checks import CHECKS
from nktrade.diagnosis.rereading import Witnessed, witnessed
from nktrade.ledger.ledger import Ledger

ENGLISH = (
    "South Korea's trade with North Korea came to $163 million in May 2010. Of that $135 million, or "
    "82.8 percent, was counted at Kaesong. General trade came to $8.9 million in May 2010."
)
JAPANESE = (
    "5月の南北交易額は1億6330万ドルだった。搬入が8850万ドル、搬出が7480万ドル。開城工業団地の交易が"
    "1億3500万ドルで全体の82.7%を占めた。一般交易は890万ドルにとどまった。"
)


@pytest.mark.parametrize("text", [ENGLISH, JAPANESE])
def test_an_amount_of_the_next_sentence_is_no_part_of_the_one_before(text: str) -> None:
    """General trade is no share of the zone's."""
    assert errors(text) == []


def test_a_share_that_its_own_part_does_not_make_is_an_error() -> None:
    """Of 163 million dollars 135 are 82.8 percent, and not 62.8."""
    text = (
        "North Korea sold China coal worth $135 million in May 2016, 62.8 percent of its exports of $163 million "
        "to China in May 2016."
    )
    assert errors(text) == ["share"]


LISTED = (
    "North Korea exported 412,000 tons of coal to China in 2021.\n\nOf that amount, 187,000 tons ({first}) went by "
    "sea, 164,000 tons (39.8 percent) by rail and 61,000 tons (14.8 percent) by truck."
)


def test_parts_told_one_by_one_are_no_parts_of_each_other() -> None:
    """Each share is of the amount right before it, and an amount with a share of its own is no whole."""
    assert errors(LISTED.format(first="45.4 percent")) == []


@pytest.mark.parametrize(
    "text",
    [
        "North Korea sold China $291 million of the $322 million it exported in 2013, a share of 64 percent.",
        "North Korea exported 412,000 tons of coal to China in 2021, of which 187,000 tons (65.4 percent) went by sea.",
    ],
)
def test_a_share_of_the_amount_beside_it_is_held_to_the_whole(text: str) -> None:
    """Whether the whole stands before the part, or between it and its share."""
    assert "share" in errors(text)


def test_a_share_of_what_words_name_is_not_held_to_the_amounts_beside_it() -> None:
    """Ten percent of the limit is none of the sum before it."""
    text = (
        "Russia and China supplied North Korea with 19,240 and 31,060 barrels of refined oil in 2022, in total 50,300 "
        "barrels, or roughly 10 percent of what is allowed."
    )
    assert errors(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "朝鲜6月对华出口占其总出口的九成五。",
        "Exports to China were 95 percent of North Korea's exports in May 2016.",
    ],
)
def test_a_share_without_an_amount_is_held_to_nothing(text: str) -> None:
    """A text that tells a share alone contradicts nothing."""
    assert errors(text) == []


def test_a_share_is_held_to_the_whole_that_the_text_tells_elsewhere() -> None:
    """Sixty of 65.5 hundred million dollars are 92.5 percent, wherever the total stands; 82.5 is a slip."""
    text = (
        "North Korea's foreign trade came to $6.55 billion in 2016, excluding inter-Korean trade, KOTRA said. "
        "Exports were $2.82 billion. Imports were $3.73 billion. "
        "Trade with China came to $6.06 billion in 2016, {} percent of the total."
    )
    assert errors(text.format("92.5")) == []
    assert errors(text.format("82.5")) == ["share"]


def test_the_amount_right_before_a_share_is_its_part() -> None:
    """What is told behind it without a share of its own is another part."""
    text = (
        "North Korea exported 3.7 million tons of coal in 2019. About 2.8 million tons, or {} percent, went to "
        "China by barge; another 540,000 tons were shipped to China directly."
    )
    found = nk.check(text.format("76"), against="none").findings
    assert not found["check"].isin(["share"]).any()
    assert "share" in nk.check(text.format("56"), against="none").findings["check"].tolist()


@pytest.mark.parametrize(("percent", "told"), [("59", 0), ("79", 1)])
def test_an_amount_before_the_next_share_is_its_part(percent: str, told: int) -> None:
    """What the quarter brought has a share of its own, and is no whole of what March did."""
    text = (
        "North Korea's exports to China were $35.6 million in March 2024. Wigs brought in $21 million in March, "
        f"{percent} percent of exports, and $58.7 million in the quarter, or 61 percent of the $96.2 million total."
    )
    assert nk.check(text, against="none").findings["check"].tolist().count("share") == told


@pytest.mark.parametrize(
    "text",
    [
        "{} percent of North Korea's exports, $291 million of $322 million in 2013, went to China.",
        "Some {} percent of North Korea's exports in 2013, or $291 million of $322 million, went to China.",
    ],
)
def test_a_share_that_stands_before_all_amounts_is_held_to_them(text: str) -> None:
    """The text begins with its share: 291 of 322 are 90 percent; where it has 64, any of the three may be wrong."""
    right = nk.check(text.format(90), against="none").findings
    assert not right["severity"].eq("error").any()
    (found,) = nk.check(text.format(64), against="none").findings.to_dict("records")
    assert (found["check"], found["severity"], found["verdict"]) == ("share", "error", "tie")
    assert set(found["suspect"].split()) == {"c1", "c2", "c3"}


def test_a_text_of_which_no_other_reading_leaves_a_relation_is_checked() -> None:
    """Where nothing is held against anything as it is read otherwise, that speaks for no reading."""
    assert witnessed(Ledger.of([claim("c1", "64", "percent", "2013")]).frame, CHECKS, []) == (
        Witnessed(frozenset(), frozenset()),
    )


APART = [
    (
        (
            "North Korea's exports to China came to $62 million in 2024. Trade was slow. Few ships sailed. The border stayed shut. "
            "North Korea's exports of clams to China were $17 million in 2024{more}, 38 percent of its exports."
        ),
        " and those of mushrooms $8 million",
    ),
    (
        (
            "North Korea's exports to China came to $62 million in 2024. Winter was hard. Few ships sailed. The border stayed shut. "
            "In 2024 North Korea sold China clams worth $17 million{more}, 38 percent of its exports."
        ),
        " and mushrooms worth $8 million",
    ),
    (
        (
            "북한의 2024년 대중 수출은 6천200만 달러였다. 날씨가 추웠다. 배가 적었다. 국경은 닫혔다. "
            "2024년 대중 조개 수출은 1천700만 달러{more}로 전체 수출의 38%를 차지했다."
        ),
        ", 버섯 수출은 800만 달러",
    ),
]


@pytest.mark.parametrize(("text", "more"), APART)
def test_a_share_behind_two_amounts_is_held_to_no_whole_told_elsewhere(
    text: str, more: str
) -> None:
    """Clams 17, mushrooms 8, 38 percent: of which of them, or of both, no word says. Behind one it is that one's."""

    def shares(one: str) -> list[bool | None]:
        (checked,) = nk.check(one, date="2025-02-20", against="none").checked
        return [row.holds for row in checked.relations if row.check == "share"]

    assert shares(text.format(more="")) == [False]
    assert shares(text.format(more=more)) == []
