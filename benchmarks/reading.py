"""How fast texts are read, at one claim per 1,400 characters and at one per 200.

Run: python benchmarks/reading.py [RUNS]. The text is the project's own corpus of constructions with prose
that holds no figure between; the speed of a plain word scan of the same text is printed beside,
because it tells how fast the machine is.
"""

import json
import re
import sys
import time
from datetime import date
from pathlib import Path

from nktrade.core.documents import Document
from nktrade.reading import read

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "corpus" / "en_constructions.json"
PROSE = (
    "The delegation walked along the river in the early morning and spoke with farmers about the "
    "weather. Nobody could say how long the repairs would take, and the mood was calm. "
)


def texts_of(characters: int) -> list[str]:
    """Texts of the corpus, each with so much prose behind that a claim comes per so many characters."""
    docs = json.loads(CORPUS.read_text(encoding="utf8"))["docs"]
    texts = []
    for doc in docs:
        if "\n" in doc["text"] or not doc["claims"]:
            continue
        missing = characters * len(doc["claims"]) - len(doc["text"])
        texts.append(f"{doc['text']}\n\n{PROSE * max(0, missing // len(PROSE))}")
    return texts


def text_of(characters: int) -> str:
    """The same texts as one."""
    return "\n\n".join(texts_of(characters))


def timed(text: str) -> tuple[float, int]:
    """Megabytes a second, and claims found."""
    start = time.process_time()
    found = read(Document(id="benchmark", text=text, lang="en", date=date(2020, 1, 1)))
    return len(text) / 1e6 / (time.process_time() - start), len(found.claims)


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    read(Document(id="warm", text=text_of(200)))
    for characters in (1400, 200):
        text = text_of(characters)
        best = max(timed(text) for _ in range(runs))
        start = time.process_time()
        words = sum(1 for _ in re.finditer(r"[^\W\d_]+", text))
        scan = len(text) / 1e6 / (time.process_time() - start)
        print(
            f"one claim per {len(text) // max(best[1], 1)} characters: {best[0]:.2f} MB/s, "
            f"{best[1]} claims in {len(text) / 1e6:.2f} MB; a word scan alone ({words} words): {scan:.1f} MB/s"
        )


if __name__ == "__main__":
    main()
