"""The report: everything the road found, as one frozen object with frames one attribute away."""

from dataclasses import dataclass

from nktrade.core.claims import Reading
from nktrade.core.documents import Document
from nktrade.core.findings import Implied, Reference, Relation, Witness


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineUsed:
    """A baseline that figures were held against."""

    name: str
    vintage: str
    """The latest publication date in it, ISO."""
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file that could not be read, and the line that says why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One document with all that was read and found in it."""

    document: Document
    reading: Reading
    relations: tuple[Relation, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    references: tuple[Reference, ...] = ()
    implied: tuple[Implied, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the road found in one or many documents."""

    checked: tuple[Checked, ...] = ()
    baselines: tuple[BaselineUsed, ...] = ()
    unread: tuple[Unread, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    """How the road was run, for replaying."""
