"""Laws of reading: no text crashes, every surface is the text at its span, written amounts read back."""

import os
import subprocess
import sys
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nktrade.core.documents import Document
from nktrade.reading import read
from nktrade.reading.lexicon import lexicon
from nktrade.reference import areas, commodities

WORDS = st.sampled_from(
    [
        "China",
        "North",
        "Korea",
        "exports",
        "imports",
        "rose",
        "fell",
        "to",
        "from",
        "percent",
        "$",
        "5",
        "12.5",
        "million",
        "tons",
        "of",
        "coal",
        "in",
        "June",
        "2018",
        ",",
        ".",
        "(",
        ")",
        "and",
        "a",
        "year",
        "earlier",
        "compared",
        "with",
        "trade",
        "deficit",
        "the",
        "North's",
        "Resolution",
        "2397",
        "half",
        "first",
        "quarter",
        "between",
        "by",
        "more",
        "than",
        "doubled",
        "respectively",
        "\n",
        "\t",
        "|",
        "-3.2",
        "%",
    ]
)


def document(text: str) -> Document:
    return Document(id="x", text=text, lang="en", date=date(2019, 3, 1))


@given(st.text(st.characters(), max_size=300))
def test_no_text_crashes(text: str) -> None:
    """Any sequence of Unicode characters is read, and every surface is the text at its span."""
    for claim in read(document(text)).claims:
        figure = claim.figure
        assert text[figure.start : figure.end] == figure.surface


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_no_heap_of_trade_words_crashes(text: str) -> None:
    """Words of trade in any order are read, claims, statements and citations at their spans."""
    reading = read(document(text))
    records = [*(one.figure for one in reading.claims), *reading.unread]
    for one in (*records, *reading.statements, *reading.citations):
        assert text[one.start : one.end] == one.surface
    assert len({claim.id for claim in reading.claims}) == len(reading.claims)


@given(
    st.decimals(min_value=1, max_value=999, places=2),
    st.sampled_from([("million", 10**6), ("billion", 10**9), ("bn", 10**9), ("mln", 10**6)]),
    st.sampled_from(
        ["${} {}", "US${} {}", "USD {} {}", "{} {} dollars", "{} {} USD", "{}-{} dollars"]
    ),
)
def test_a_written_amount_lies_in_the_interval_read_back(
    number: object, scale: tuple[str, int], form: str
) -> None:
    """Money in any style reads back to an interval around the amount that was written."""
    word, worth = scale
    text = f"China's exports to North Korea were {form.format(number, word)} in May."
    (claim,) = read(document(text)).claims
    assert Fraction(str(number)) * worth in claim.amount.printed
    assert claim.figure.unit == "USD"


@given(st.integers(1, 10**9), st.sampled_from(["tons", "tonnes", "barrels", "kg"]))
def test_a_written_quantity_lies_in_the_interval_read_back(number: int, unit: str) -> None:
    """Quantities with and without thousands marks read back to the same number."""
    for printed in (f"{number:,}", str(number)):
        (claim,) = read(document(f"North Korea exported {printed} {unit} of coal to China.")).claims
        assert claim.value == number


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_hash_seed_changes_nothing(seed: str) -> None:
    """The same text gives the same claims in every process."""
    code = (
        "from nktrade.core.documents import Document; from nktrade.reading import read;"
        "t = 'Exports to China and Japan fell 5 and 6 percent, respectively, to $3 million in June.';"
        "print(read(Document(id='a', text=t)).claims)"
    )
    run = subprocess.run(  # noqa: S603 - our own interpreter on our own code
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    text = "Exports to China and Japan fell 5 and 6 percent, respectively, to $3 million in June."
    assert run.stdout.strip() == str(read(Document(id="a", text=text)).claims)


def test_every_name_of_the_lexicon_stands_in_the_tables() -> None:
    """Each area and commodity that a word of a lexicon means is a row of the reference tables."""
    words = lexicon("en").words
    entries = [entry for lookup in words.values() for entry in lookup.entries.values()]
    codes = {code for one in entries if one.role == "area" for code in one.value.split("+")}
    assert codes <= set(areas())
    assert {one.value for one in entries if one.role == "commodity"} <= set(commodities())


@pytest.mark.parametrize(
    "piece", ["1234567890", "(", "a", "$", "$5 ", "from $5 to ", "1 000 ", "May "]
)
def test_a_monotonous_text_costs_linear_time(piece: str) -> None:
    """A text of one piece repeated is read without a crash; no claim comes of it."""
    assert read(document(piece * (20_000 // len(piece)))).claims == ()
