"""Choices: where a generator asks what to do next, and who may answer.

The generators of this folder never roll dice themselves. They ask a ``Choice``, so the same code
serves bulk runs (``Seeded``) and hypothesis, which shrinks by answering with the first option and
the least number. Options therefore stand plainest first.
"""

import random
from collections.abc import Sequence
from typing import Protocol, TypeVar

Option = TypeVar("Option")


class Choice(Protocol):
    """Whoever answers the questions of a generator."""

    def one(self, options: Sequence[Option]) -> Option:
        """One of the options."""
        ...

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        ...


class Printer(Protocol):
    """What IPython and hypothesis hand to an object that prints itself."""

    def text(self, text: str) -> None:
        """Print the text."""
        ...


class Seeded:
    """Answers that depend on the seed alone: same seed, same reports, on every machine.

    >>> Seeded("nktrade").whole(1, 6) == Seeded("nktrade").whole(1, 6)
    True
    """

    def __init__(self, seed: str) -> None:
        # A text seed is hashed with SHA-512 by the standard library, whatever the hash seed.
        self._random = random.Random(seed)  # noqa: S311 - repeatable, not secret

    def one(self, options: Sequence[Option]) -> Option:
        """One of the options, each as likely."""
        return options[self.whole(0, len(options) - 1)]

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, each as likely."""
        return self._random.randint(low, high)


def happens(choice: Choice, once_in: int) -> bool:
    """Whether something that happens once in so many times happens now; plainest is that not."""
    return choice.whole(1, once_in) == once_in
