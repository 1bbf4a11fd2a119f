"""Texts at scale: frames in, frames out, serial or by workers, with one answer."""

import multiprocessing
from collections.abc import Iterator

import pandas as pd
import pytest

from nktrade.core.documents import Document
from nktrade.customs.batches import CLAIM_TYPES, SPARK_SCHEMA, claims_in_batches
from nktrade.errors import CheckError
from nktrade.reading import read_claims

TEXT = "In June 2018 North Korea exported $2 million of coal to China and imported $3.5 million of rice."


def frames(count: int) -> Iterator[pd.DataFrame]:
    for number in range(count):
        yield pd.DataFrame({"id": [f"a{number}", f"b{number}"], "text": [TEXT, None]})


def test_a_frame_of_texts_gives_a_frame_of_claims() -> None:
    """One row per claim, named by its document, with the types that Spark is told."""
    (found,) = claims_in_batches(frames(1))
    expected = read_claims(Document(id="a0", text=TEXT))
    assert found["surface"].tolist() == [claim.figure.surface for claim in expected]
    types = {name: pd.Series(dtype=kind).dtype for name, kind in CLAIM_TYPES.items()}
    assert found.dtypes.to_dict() == types  # text is "str" in pandas 3 and "object" before
    assert set(found["document"]) == {"a0"}


def test_it_is_lazy() -> None:
    """A frame is asked for when its answer is: an endless stream is read bit by bit."""
    asked = []

    def endless() -> Iterator[pd.DataFrame]:
        while True:
            asked.append(1)
            yield from frames(1)

    next(claims_in_batches(endless()))
    assert len(asked) == 1


def test_workers_give_the_serial_answer_in_order() -> None:
    """Two processes say what one says."""
    serial = pd.concat(claims_in_batches(frames(3)))
    parallel = pd.concat(claims_in_batches(frames(3), workers=2))
    pd.testing.assert_frame_equal(serial, parallel)


def test_an_empty_frame_keeps_its_columns() -> None:
    """No claims are a frame without rows, of the same types."""
    (found,) = claims_in_batches([pd.DataFrame({"text": ["nothing here"]})])
    assert len(found) == 0
    assert list(found.columns) == list(CLAIM_TYPES)
    assert SPARK_SCHEMA.count(",") == len(CLAIM_TYPES) - 1


def test_workers_within_a_worker_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """An unguarded script would start itself again and again."""
    monkeypatch.setattr(multiprocessing, "parent_process", object)
    with pytest.raises(CheckError, match="__main__"):
        next(claims_in_batches(frames(1), workers=2))


def test_a_frame_without_texts_is_refused() -> None:
    """The message says which columns there are."""
    with pytest.raises(CheckError, match="found columns body, expected one named text"):
        next(claims_in_batches([pd.DataFrame({"body": [TEXT]})]))
