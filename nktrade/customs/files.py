"""Files: what a file of figures is before it is read, told from documents and ledgers by its content."""

from pathlib import Path

from nktrade.core.documents import CustomsFile, Document
from nktrade.customs.formats import Format
from nktrade.customs.opening import unpacked
from nktrade.customs.recognise import Found, find_in, find_streamed, recognised
from nktrade.documents.kinds import kind_of
from nktrade.errors import DocumentError
from nktrade.tidy import is_tidy

_HEAD = 65536
_TEXTS = frozenset({"csv", "text"})


def tables_of(one: CustomsFile) -> tuple[Found, ...]:
    """The tables of a file, to be read once.

    Raises: DocumentError where no format fits.
    """
    path = Path(one.name)
    if one.data is None:
        return (find_streamed(path, one.encoding),)
    return find_in(unpacked(one.data, path), path, encoding=one.encoding)


def is_customs(one: CustomsFile) -> bool:
    """Whether customs knows the file's format, and it is no ledger."""
    form = _form(one)
    return form is not None and not _is_ledger(one, form)


def _form(one: CustomsFile) -> Format | None:
    head = _head(one)
    if kind_of(head) in _TEXTS:
        return recognised(head[:_HEAD], one.encoding)
    try:
        return tables_of(one)[0].format
    except DocumentError:
        return None


def _head(one: CustomsFile) -> bytes:
    """The bytes of a file, of one in a stream the first."""
    if one.data is not None:
        return one.data
    with Path(one.file).open("rb") as stream:
        return stream.read(_HEAD)


def _is_ledger(one: CustomsFile, form: Format) -> bool:
    """Whether a table under plain names is a ledger, which has no codes of goods."""
    if form.name != "tidy":
        return False
    header = [name.strip().casefold() for name in tables_of(one)[0].header]
    has_codes = not set(form.columns["code"]).isdisjoint(header)
    return not has_codes and is_tidy(Document(id=one.id, text=",".join(header)))
