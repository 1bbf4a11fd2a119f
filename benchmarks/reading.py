"""How fast texts are read, at one claim per 1,400 bytes and at one per 200, in four languages.

Run: python benchmarks/reading.py [RUNS]. The texts are the project's own corpora of constructions with
prose that holds no figure between. Garbage is collected as the shell has it. The speed of a plain word scan
of the same text is printed beside, because it tells how fast the machine is.
"""

import gc
import json
import re
import sys
import time
from datetime import date
from pathlib import Path

from nktrade.core.documents import Document
from nktrade.reading import read

CORPORA = Path(__file__).resolve().parents[1] / "tests" / "corpus"
PROSE = {
    "en": "The delegation walked along the river in the early morning and spoke with farmers about the "
    "weather. Nobody could say how long the repairs would take, and the mood was calm. ",
    "ko": "대표단은 이른 아침 강가를 걸으며 농민들과 날씨 이야기를 나누었다. 수리가 언제 끝날지는 아무도 말하지 못했고 "
    "분위기는 차분했다. ",
    "zh": "代表团清晨沿着河边散步，和农民谈起天气。没有人能说清修理还要多久，气氛很平静。",
    "ja": "代表団は早朝に川沿いを歩き、農家の人々と天気の話をした。修理がいつ終わるのか誰にも分からず、雰囲気は穏やかだった。",
}


def texts_of(spacing: int, language: str = "en") -> list[str]:
    """Texts of a corpus, each with so much prose behind that a claim comes per so many bytes."""
    corpus = CORPORA / f"{language}_constructions.json"
    prose = PROSE[language]
    texts = []
    for doc in json.loads(corpus.read_text(encoding="utf8"))["docs"]:
        if "\n" in doc["text"] or not doc["claims"]:
            continue
        missing = spacing * len(doc["claims"]) - _bytes(doc["text"])
        texts.append(f"{doc['text']}\n\n{prose * max(0, missing // _bytes(prose))}")
    return texts


def _bytes(text: str) -> int:
    return len(text.encode())


def timed(text: str, language: str) -> tuple[float, int]:
    """Megabytes a second of processor time, and claims found."""
    document = Document(id="benchmark", text=text, lang=language, date=date(2020, 1, 1))
    start = time.process_time()
    found = read(document)
    return _bytes(text) / 1e6 / (time.process_time() - start), len(found.claims)


def scanned(text: str) -> float:
    """Megabytes a second of a scan for words alone."""
    start = time.process_time()
    sum(1 for _ in re.finditer(r"[^\W\d_]+", text))
    return _bytes(text) / 1e6 / (time.process_time() - start)


def main(runs: int = 3) -> None:
    gc.set_threshold(100_000)
    for language in PROSE:
        for spacing in (1400, 200):
            text = "\n\n".join(texts_of(spacing, language))
            timed(text, language)  # patterns are compiled when first met
            speed, claims = max(timed(text, language) for _ in range(runs))
            size = _bytes(text)
            print(
                f"{language}, one claim per {size // max(claims, 1)} bytes: {speed:.2f} MB/s, "
                f"{claims} claims in {size / 1e6:.2f} MB; a word scan alone: {scanned(text):.1f} MB/s"
            )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
