"""Fuzzing: bytes that were never thought of, led to every door of the library.

Run: python fuzz/run.py [TARGET ...] [--seconds N]

With atheris installed, its coverage leads; without it, seeds are cut, doubled, joined and flipped by
a fixed chance. An input that breaks a target is kept under ``fuzz/found/`` and the status is 1.
"""

import argparse
import gc
import hashlib
import importlib.util
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType

from targets import TARGETS, Target

from nktrade.errors import NktradeError

HERE = Path(__file__).parent
CORPUS, FOUND = HERE / "corpus", HERE / "found"
LARGEST = 4096
SLOWEST = 10
"""Seconds of the processor for one small input; more is a hang."""
WORDS = (
    b"\0",
    b"\xff",
    b"\n",
    b'"',
    b"&",
    b"<",
    b">",
    b"{",
    b"[",
    b"]",
    b",",
    b"%",
    b"-",
    b"$",
    b"9",
    b"e",
)


class BrokenError(Exception):
    """A target raised what is no error of nktrade, or took too long."""


def tried(target: Target, data: bytes) -> None:
    """Nothing, where the target answers or refuses in time.

    Raises: BrokenError from what it raised instead.
    """
    begun = time.process_time()
    try:
        target(data)
    except NktradeError:
        pass
    except Exception as error:
        raise BrokenError(f"{type(error).__name__}: {error}") from error
    if time.process_time() - begun > SLOWEST:
        raise BrokenError(f"more than {SLOWEST} seconds")


def seeds(name: str) -> list[bytes]:
    """The corpus of a target, in the order of its names."""
    return [file.read_bytes() for file in sorted((CORPUS / name).iterdir())]


def inputs(corpus: list[bytes], seed: int = 0) -> Iterator[bytes]:
    """The corpus, then changes of it without end, the same for the same seed."""
    yield from corpus
    chance = random.Random(seed)
    while True:
        data = bytearray(chance.choice(corpus))
        for _ in range(chance.randint(1, 6)):
            change(data, corpus, chance)
        yield bytes(data[:LARGEST])


def change(data: bytearray, corpus: list[bytes], chance: random.Random) -> None:
    """One cut, copy, word, bit or piece of another seed, made in the data."""
    start = chance.randint(0, len(data))
    end = min(len(data), start + chance.randint(0, 64))
    kind = chance.choice(("cut", "copy", "word", "bit", "piece"))
    if kind == "cut":
        del data[start:end]
    elif kind == "copy":
        data[start:start] = data[start:end] * chance.randint(1, 8)
    elif kind == "word":
        data[start:end] = chance.choice(WORDS) * chance.randint(1, 32)
    elif kind == "bit" and start < len(data):
        data[start] ^= 1 << chance.randrange(8)
    else:
        other = chance.choice(corpus)
        place = chance.randint(0, len(other))
        data[start:end] = other[place : place + chance.randint(0, 64)]


def fuzz(name: str, seconds: float, seed: int = 0) -> int:
    """How many inputs were tried in so many seconds of the processor.

    Raises: BrokenError at the first that breaks the target; the input is kept.
    """
    end, count = time.process_time() + seconds, 0
    for data in inputs(seeds(name), seed):
        if time.process_time() > end:
            break
        try:
            tried(TARGETS[name], data)
        except BrokenError as error:
            raise BrokenError(f"{name}: {error}; kept as {keep(name, data)}") from error
        count += 1
    return count


def keep(name: str, data: bytes) -> Path:
    """The file in which the input now lies."""
    FOUND.mkdir(exist_ok=True)
    file = FOUND / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
    file.write_bytes(data)
    return file


def with_atheris(name: str, seconds: int) -> None:
    """The target under atheris, until the time is up or it breaks; never returns."""
    import atheris  # noqa: PLC0415 - an extra of whoever fuzzes

    for one in gc.get_objects():  # of libraries the branches say little, and take minutes to mark
        if isinstance(one, FunctionType) and str(one.__module__).startswith("nktrade"):
            atheris.instrument_func(one)
    options = [f"-max_total_time={seconds}", f"-max_len={LARGEST}", f"-timeout={SLOWEST * 6}"]
    grown = FOUND / f"corpus-{name}"  # the first folder is where new inputs are written
    grown.mkdir(parents=True, exist_ok=True)
    atheris.Setup(
        [
            sys.argv[0],
            *options,
            f"-artifact_prefix={FOUND}/{name}-",
            str(grown),
            str(CORPUS / name),
        ],
        lambda data: tried(TARGETS[name], data),
    )
    atheris.Fuzz()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=600)
    options = parser.parse_args()
    is_guided = importlib.util.find_spec("atheris") is not None
    names = options.targets or list(TARGETS)
    if is_guided and len(names) == 1:
        with_atheris(names[0], options.seconds)
    broken = 0
    for name in names:
        if is_guided:  # atheris ends its process, so each target has one of its own
            command = [sys.executable, __file__, name, "--seconds", str(options.seconds)]
            broken += subprocess.run(command, check=False).returncode != 0
            continue
        try:
            print(f"{name}: {fuzz(name, options.seconds):,} inputs, none breaks it", flush=True)
        except BrokenError as error:
            broken += 1
            print(error, flush=True)
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
