"""Weaving: clean text put together piece by piece, with the way back to the source kept."""

from nktrade.core.documents import SourceMap, offsets


class Weaver:
    """Clean text in the making; ``text`` and ``origin`` are what came of it."""

    def __init__(self) -> None:
        self.length = 0
        self._parts: list[str] = []
        self._starts = offsets()
        self._source_starts = offsets()
        self._source_ends = offsets()
        self._is_exact = False

    def copy(self, piece: str, source_start: int) -> None:
        """Add text that stands in the source character by character."""
        if not piece:
            return
        source_end = source_start + len(piece)
        if self._is_exact and self._source_ends[-1] == source_start:
            self._source_ends[-1] = source_end
        else:
            self._begin(source_start, source_end)
        self._is_exact = True
        self._add(piece)

    def put(self, piece: str, source_start: int, source_end: int) -> None:
        """Add text that a run of the source stands for as a whole: an entity, an escape, a gap."""
        self._begin(source_start, source_end)
        self._is_exact = False
        self._add(piece)

    @property
    def text(self) -> str:
        """The clean text so far."""
        return "".join(self._parts)

    @property
    def last(self) -> str:
        """The last character."""
        return self._parts[-1][-1:] if self._parts else ""

    @property
    def origin(self) -> SourceMap:
        """The way back from the clean text so far."""
        return SourceMap(
            self._starts + offsets([self.length]), self._source_starts[:], self._source_ends[:]
        )

    def _begin(self, source_start: int, source_end: int) -> None:
        self._starts.append(self.length)
        self._source_starts.append(source_start)
        self._source_ends.append(source_end)

    def _add(self, piece: str) -> None:
        self._parts.append(piece)
        self.length += len(piece)


def joined(first: tuple[str, SourceMap], second: tuple[str, SourceMap]) -> tuple[str, SourceMap]:
    """Two woven texts as one, a newline between that stands for what lies between them."""
    text, one = first
    after, two = second
    shift = len(text) + 1
    starts = one.starts[:-1] + offsets([len(text)])
    starts.extend(start + shift for start in two.starts)
    low = one.source_ends[-1]
    return f"{text}\n{after}", SourceMap(
        starts,
        one.source_starts + offsets([low]) + two.source_starts,
        one.source_ends + offsets([max(low, two.source_starts[0])]) + two.source_ends,
    )
