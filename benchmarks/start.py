"""What one page costs from the shell: time beside that of importing pandas and pandera, and memory.

Run: python benchmarks/start.py [--runs N] [FILES]. Without files, the bundled example. Each run is a process
of its own, in turn; the least processor time counts, for other work on the machine only adds to it.
"""

import argparse
import os
import subprocess
import sys
from collections import defaultdict
from math import inf
from pathlib import Path

import nktrade

EXAMPLE = Path(nktrade.__file__).parent / "examples" / "june-2018.md"
LIBRARIES = ("-c", "import pandas, pandera.pandas")
NOTHING = ("-c", "pass")


def spent(*arguments: str) -> tuple[float, float]:
    """Seconds of processor time and megabytes at most of one Python process."""
    with Path(os.devnull).open("w") as nowhere:
        process = subprocess.Popen([sys.executable, *arguments], stdout=nowhere, stderr=nowhere)
        _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1e3


def main(files: list[str], runs: int) -> None:
    pages = {
        f"{command} {Path(file).name}": ("-m", "nktrade", command, file)
        for file in files
        for command in ("check", "claims")
    }
    seconds: dict[str, float] = defaultdict(lambda: inf)
    memory: dict[str, float] = defaultdict(lambda: inf)
    for _ in range(runs):
        for name, arguments in {"libraries": LIBRARIES, "nothing": NOTHING, **pages}.items():
            one = spent(*arguments)
            seconds[name], memory[name] = min(seconds[name], one[0]), min(memory[name], one[1])
    print(f"import of pandas and pandera: {seconds['libraries']:.2f} s of processor time")
    for name in pages:
        ratio, above = seconds[name] / seconds["libraries"], memory[name] - memory["nothing"]
        print(f"{name}: {ratio:.2f} times that, {above:.0f} MB above Python's own")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", default=[str(EXAMPLE)])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    main(options.files, options.runs)
