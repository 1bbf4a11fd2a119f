"""A share is held to the part that its own sentence tells, where nothing else sets part and whole apart."""

import pytest

import nktrade as nk


def errors(text: str) -> list[str]:
    """The checks that accuse a figure of the text, from the text alone."""
    found = nk.check(text, against="none").findings
    return found.loc[found["severity"] == "error", "check"].tolist()


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
