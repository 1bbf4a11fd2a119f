"""Files: what a file of figures is before it is read, told from documents and ledgers by its content."""

from pathlib import Path

from nktrade.core.documents import CustomsFile, Document
from nktrade.customs.formats import Format
from nktrade.customs.opening import unpacked
from nktrade.customs.recognise import Found, find_in, recognised
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
    return find_in(unpacked(one.data, path), path, encoding=one.encoding)


def is_customs(one: CustomsFile) -> bool:
    """Whether customs knows the file's format, and it is no ledger."""
    form = _form(one)
    return form is not None and not _is_ledger(one, form)


def _form(one: CustomsFile) -> Format | None:
    if kind_of(one.data) in _TEXTS:
        return recognised(one.data[:_HEAD], one.encoding)
    try:
        return tables_of(one)[0].format
    except DocumentError:
        return None


def _is_ledger(one: CustomsFile, form: Format) -> bool:
    """Whether a table under plain names is a ledger, which has no codes of goods."""
    if form.name != "tidy":
        return False
    header = [name.strip().casefold() for name in tables_of(one)[0].header]
    has_codes = not set(form.columns["code"]).isdisjoint(header)
    return not has_codes and is_tidy(Document(id=one.id, text=",".join(header)))
