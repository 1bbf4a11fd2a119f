"""Sources: the bytes of a file, what the caller said of it, and its decoded text."""

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nktrade.core.documents import Document, SourceMap, offsets
from nktrade.documents.datelines import headed_day

MAX_SIZE = 64 * 1024 * 1024
MAX_NESTING = 512
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LINE_BREAK = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file as it came, with the limits and words of the caller."""

    data: bytes
    name: str
    """How messages call it: the path as given."""
    id: str
    file: str = ""
    text: str = ""
    """The decoded text, character for character: byte order mark and line breaks as they stand."""
    damaged: tuple[str, ...] = ()
    date: dt.date | None = None
    lang: str | None = None
    encoding: str | None = None
    max_size: int = MAX_SIZE
    max_nesting: int = MAX_NESTING

    def decoded(self, text: str, damaged: tuple[str, ...]) -> "Source":
        """The same source with its text known."""
        return replace(self, text=text, damaged=(*self.damaged, *damaged))

    def document(
        self, text: str, *, origin: SourceMap | None, damaged: tuple[str, ...] = (), **known: object
    ) -> Document:
        """A document of this source: what the caller said fills what the file leaves open, then its date line."""
        plain = Document(
            id=self.id,
            text=text,
            file=self.file,
            sha256=hashlib.sha256(self.data).hexdigest(),
            origin=origin,
            damaged="; ".join((*self.damaged, *damaged)) or None,
            line_starts=line_starts(self.text),
        )
        document = replace(plain, **known)  # type: ignore[arg-type] # fields by name, checked by replace
        day = document.date or self.date or headed_day(text)
        return replace(document, date=day, lang=self.lang or document.lang)


def line_starts(text: str) -> Sequence[int]:
    """The offsets at which lines begin, whatever the line break."""
    starts = offsets([0])
    starts.extend(found.end() for found in _LINE_BREAK.finditer(text))
    return starts


def without_surrogates(text: str) -> str:
    r"""The text with every half of a character pair replaced, so that it can be written out.

    >>> ascii(without_surrogates("a\ud800"))
    "'a\\ufffd'"
    """
    return _SURROGATE.sub("\ufffd", text)


def one_line(text: str) -> str:
    r"""The text as a message may show it: what would break the line or steer a terminal is escaped.

    >>> one_line("a\nb")
    'a\\nb'
    """
    return text if text.isprintable() else ascii(text)[1:-1]
