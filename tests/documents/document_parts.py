"""The parts of a document, and where they came from."""

from pathlib import Path

from nktrade.core.documents import Document

PAGES = Path(__file__).parent / "pages"


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(one.kind, document.text[one.start : one.end]) for one in document.blocks]
