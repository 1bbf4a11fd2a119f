"""Date lines: a text's own day of publication is found where press and pages print it, and nowhere else."""

import datetime as dt

import pytest

import nktrade as nk
from nktrade.documents import load
from nktrade.documents.datelines import headed_day

JUNE = dt.date(2024, 6, 18)


@pytest.mark.parametrize(
    "head",
    [
        "BEIJING, June 18, 2024 - Trade rose.",
        "SEOUL, June 18 2024 (Agency) -- Trade rose.",
        "(Agency) TOKYO, 18 June 2024 — Trade rose.",
        "Seoul (June 18, 2024) – Trade rose.",
        "Trade rises\n\nJune 18, 2024\n\nTrade rose.",
        "Published: 18 June 2024\nTrade rose.",
        "Tuesday, 18 June 2024\nTrade rose.",
        "By Some Writer | June 18, 2024 / 9:40 AM\nTrade rose.",
        "Some Agency, June 18, 2024\n\nTrade rose.",
        "Trade rises\nThe Border Watch NK, 18 June 2024\nTrade rose.",
        "Seoul, June 18, 2024\nTrade rose.",
        "Some Agency - June 18, 2024\nTrade rose.",
        "June 18, 2024 | Some Agency\nTrade rose.",
        "[어느통신] 2024년 6월 18일\n무역이 늘었다.",
        "【某通讯社】2024年6月18日\n贸易增长。",
        "어느통신 | 2024.06.18\n무역이 늘었다.",
        "2024-06-18\n\nTrade rose.",
        "18-Jun-2024\nTrade rose.",
        "입력 2024.06.18 10:33\n무역이 늘었다.",
        "어느 기자 | 2024.06.18 10:33am\n무역이 늘었다.",
        "2024.06.18(화) 오전 10:33\n무역이 늘었다.",
        "2024年06月18日 10:33\n贸易增长。",
        "公開日：2024年6月18日\n貿易が増えた。",
    ],
)
def test_a_printed_day_of_publication_is_the_documents_date(head: str) -> None:
    """Alone on a line, behind a label or a by-line, or behind the place of a dispatch."""
    assert load(head).date == JUNE


@pytest.mark.parametrize(
    "head",
    [
        "June 18, 2024, when the offices met, was a Tuesday.",
        "On June 18, 2024 - a Tuesday - trade was banned.",
        "Trade since June 18, 2024",
        "Rice prices in the north, June 18, 2024",
        "Adopted by the Council, June 18, 2024",
        "Resolution 2371, June 18, 2024",
        "Talks ended on Tuesday, June 18, 2024",
        "제재 결의 2024년 6월 18일",
        "Resolution 2371 of June 18, 2024",
        "Updated June 18, 2024 10:33",
        "수정 2024.06.18 10:33",
        "Exports, June 18, 2024: $5 million",
        "2024-06-18,export,PRK,CHN,USD,12",
        "Opened 31 June 2024\n31 June 2024\n",
        "\n".join(["A line of the story."] * 8 + ["2024-06-18"]),
    ],
)
def test_a_day_that_a_text_is_about_is_no_date_line(head: str) -> None:
    """Nor is a day of change, a day that no calendar has, or one deep in the text."""
    assert headed_day(head) is None


def test_what_file_and_caller_say_comes_first() -> None:
    """Front matter before the caller, the caller before the date line."""
    text = "BEIJING, June 18, 2024 - Trade rose."
    assert load(f"---\ndate: 2023-01-02\n---\n{text}").date == dt.date(2023, 1, 2)
    assert load(text, date=dt.date(2023, 1, 2)).date == dt.date(2023, 1, 2)


def test_months_are_read_from_the_date_line() -> None:
    """An article that was pasted as it stands needs no date from its reader."""
    text = "BEIJING, January 18, 2024 - China sold the North goods worth $5 million in December."
    assert str(nk.read(text).checked[0].reading.claims[0].period) == "2023-12"
