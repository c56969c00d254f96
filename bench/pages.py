"""How fast the pages of the workbench answer on a big case: the server on one core, eight people on the other.

    python bench/pages.py CASE [--people 8] [--seconds 30] [--json FILE]

Every person walks through the same addresses in an order of their own, one request after the other, over loopback.
The addresses are found by following the links of each place's first page, so that real things are asked for: each
first page and at most twelve of each kind of link on it. Each person asks for every address once before any twice, so
a list, a facet or a document comes up as often as there are links of its kind, and no address more than another.
Prints for each kind of page the requests, the median and the 95th percentile in milliseconds, and the memory of the
server with its children.
"""

import argparse
import http.client
import json
import os
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from collections import defaultdict
from pathlib import Path

PLACES = (
    "/",
    "/preserve/",
    "/read/",
    "/extract/",
    "/reconcile/",
    "/assess/",
    "/respond/",
    "/publish/",
    "/voices/",
    "/log/",
    "/search/?words=returned",
)
# the account, people, and a download of the whole table, which is written line by line and no page
_LEFT_OUT = ("/static/", "/account/", "/people/", "/enter/", "/original", "/extract/table.csv")
_FOLLOWED = 12  # links of each kind taken from a first page
_DIGITS = re.compile(r"(clm_|inc_|voi_|fnd_|ask_|act_|jdg_)?[0-9a-f]{12,}")


class Walker:
    """One person with a session: asks, and keeps how long each answer took."""

    def __init__(self, port: int, cookie: str) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self._headers = {"Cookie": cookie, "Host": f"127.0.0.1:{port}"}

    def ask(self, address: str) -> tuple[int, float, str]:
        """Status, seconds and body of an address."""
        began = time.perf_counter()
        self._connection.request("GET", address, headers=self._headers)
        answer = self._connection.getresponse()
        body = answer.read()
        return answer.status, time.perf_counter() - began, body.decode("utf-8", "replace")


def main() -> None:
    """Serve, walk, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case", type=Path)
    parser.add_argument("--people", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--json", type=Path, help="where to write the figures")
    options = parser.parse_args()
    process = subprocess.Popen(
        [sys.executable, "-m", "clarion", "serve", str(options.case), "--no-browser"],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        link = next(line.strip() for line in process.stdout if line.startswith("http://"))
        _pin(process.pid)
        figures = measure(link, options.people, options.seconds, process.pid)
        figures["memory"] = {"MiB": sum(_memory(pid) for pid in _family(process.pid))}
    finally:
        process.terminate()
        process.wait(timeout=60)
    for name, row in figures.items():
        print(f"{name:40}", "  ".join(f"{key} {value}" for key, value in row.items()))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


def measure(link: str, people: int, seconds: float, server: int) -> dict[str, dict[str, float]]:
    """Kind of page -> number of requests, median and 95th percentile in milliseconds, and failures.

    `server` tells what the server had of its core: on a machine with other work the times of pages say little, and the
    processor time that a page takes says how they were on an idle one.
    """
    port, cookie = _enter(link)
    addresses = _addresses(Walker(port, cookie))
    times: dict[str, list[float]] = defaultdict(list)
    failed: dict[str, int] = defaultdict(int)
    busy, begun = _processor_time(server), time.monotonic()
    until = begun + seconds

    def walk(seed: int) -> None:
        walker, order = Walker(port, cookie), random.Random(seed)
        while time.monotonic() < until:
            for address in order.sample(addresses, len(addresses)):
                status, taken, _ = walker.ask(address)
                times[kind_of(address)].append(taken)
                failed[kind_of(address)] += status >= 400
                if time.monotonic() >= until:
                    return

    threads = [threading.Thread(target=walk, args=(seed,)) for seed in range(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    busy, lasted = _processor_time(server) - busy, time.monotonic() - begun
    every = {"all": [taken for some in times.values() for taken in some], **dict(sorted(times.items()))}
    served = {"ms of processor a request": round(1000 * busy / len(every["all"]), 1)}
    served["per cent of its core"] = round(100 * busy / lasted)
    return {"server": served} | {
        name: {
            "requests": len(some),
            "median": round(1000 * statistics.median(some), 1),
            "p95": round(1000 * sorted(some)[int(0.95 * (len(some) - 1))], 1),
            "longest": round(1000 * max(some), 1),
            "failed": sum(failed.values()) if name == "all" else failed[name],
        }
        for name, some in every.items()
        if some
    }


def kind_of(address: str) -> str:
    """An address without what names one thing."""
    return _DIGITS.sub("ID", address.partition("?")[0]) + ("?" if "?" in address else "")


def _enter(link: str) -> tuple[int, str]:
    host, _, path = link.removeprefix("http://").partition("/")
    port = int(host.rpartition(":")[2])
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", f"/{path}", headers={"Host": host})
    answer = connection.getresponse()
    answer.read()
    cookies = [value.partition(";")[0] for name, value in answer.getheaders() if name.lower() == "set-cookie"]
    return port, "; ".join(cookies)


def _addresses(walker: Walker) -> list[str]:
    found: dict[str, list[str]] = defaultdict(list)
    for place in PLACES:
        status, _, body = walker.ask(place)
        if status != 200:
            print(f"{place}: {status}", file=sys.stderr)
            continue
        found[place].append(place)
        for link in re.findall(r'href="(/[^"#]*|\?[^"#]*)"', body):
            address = (place.partition("?")[0] + link if link.startswith("?") else link).replace("&amp;", "&")
            if not address.startswith(_LEFT_OUT):
                found[kind_of(address)].append(address)
    return [address for some in found.values() for address in sorted(set(some))[:_FOLLOWED]]


def _pin(process: int) -> None:
    """Give the server the first core and this program the others."""
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) < 2:
        return
    for pid in _family(process):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            os.sched_setaffinity(int(thread.name), {cores[0]})
    os.sched_setaffinity(0, set(cores[1:]))


def _family(process: int) -> list[int]:
    family = [process]
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
        if parent == process:
            family.append(int(path.parent.name))
    return family


def _processor_time(process: int) -> float:
    """Seconds that a process and its children have worked."""
    ticks = 0
    for pid in _family(process):
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _memory(process: int) -> int:
    """Memory of a process that it does not share (KiB in /proc) in MiB."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) // 1024


if __name__ == "__main__":
    main()
