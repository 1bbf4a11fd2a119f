"""Decoding: bytes to text by what is said of them; nothing is guessed."""

import codecs
import re

from nktrade.documents.kinds import byte_order_mark
from nktrade.errors import DocumentError

_DECLARED_IN = 4096
_DECLARATION = re.compile(
    rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)"
    rb"|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)",
    re.IGNORECASE,
)
# What pages mean by these names: the supersets that the WHATWG Encoding Standard assigns them.
_MEANT = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_BAD_SHARE = 100
"""A declared encoding is believed while at most one character in so many does not fit it."""


def decode(
    data: bytes, *, encoding: str | None, is_markup: bool, place: str
) -> tuple[str, tuple[str, ...]]:
    """The text of the bytes, byte order mark included, and what was found broken.

    Raises:
        DocumentError: the bytes are not UTF-8 and nothing says what they are.
    """
    mark = byte_order_mark(data)
    if encoding:
        return _by_name(data, _codec(encoding, place), "--encoding", place)
    if mark:
        return _by_name(data, mark[1], "byte order mark", place)
    declared = _DECLARATION.search(data[:_DECLARED_IN]) if is_markup else None
    if declared:
        name = (declared[1] or declared[2]).decode("ascii")
        return _by_name(data, _codec(name, place), "declared charset", place)
    return _as_utf8(data, place)


def _codec(name: str, place: str) -> str:
    try:
        known = codecs.lookup(name)
        b"".decode(known.name)
    except LookupError:
        meant = _MEANT.get(name.lower())
        if meant:
            return meant
        raise DocumentError(
            f"{place}: found the encoding name {name!r}, expected one that Python knows, such as "
            "utf-8, euc-kr, gb18030 or shift_jis; name the right one with --encoding (encoding=)"
        ) from None
    return _MEANT.get(known.name, known.name)


def _by_name(data: bytes, codec: str, said_by: str, place: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(codec), ()
    except UnicodeDecodeError as error:
        text = data.decode(codec, "replace")
        bad = text.count("\ufffd")
        if bad * _BAD_SHARE > len(text):
            raise DocumentError(
                f"{place}: found bytes that are not {codec} (first at byte {error.start}), expected "
                f"{codec} as the {said_by} says; name the right one with --encoding (encoding=)"
            ) from error
        return text, (f"{bad} characters are not valid {codec}",)


def _as_utf8(data: bytes, place: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start:
            return data[: error.start].decode("utf-8"), ("cut off inside a character",)
        line = data.count(b"\n", 0, error.start) + 1
        raise DocumentError(
            f"{place}: found bytes that are not UTF-8 (line {line}, byte {error.start}) and no "
            "charset declared, expected UTF-8; name the encoding with --encoding (encoding=), "
            "for instance euc-kr, gb18030 or shift_jis"
        ) from error
