"""Walking through the pages of a workbench: signing in, every address, what the browser complains of."""

import re
from dataclasses import dataclass, field
from typing import Any

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
    "/people/",
    "/help/start/",
    "/account/factors/",
    "/account/sessions/",
)
_ID = re.compile(r"(?:[a-z]{3}_)?[0-9a-f]{12,}")


@dataclass(slots=True)
class Complaints:
    """What a browser complained of, and what it asked for outside the workbench."""

    lines: list[str] = field(default_factory=list)

    def watch(self, page: Any, origin: str) -> None:
        """Listen to a page from now on."""
        page.on("console", lambda said: self.lines.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda problem: self.lines.append(str(problem)))
        page.on("request", lambda asked: self._outside(asked.url, origin))

    def _outside(self, address: str, origin: str) -> None:
        if not address.startswith((origin, "data:", "blob:", "about:")):
            self.lines.append(f"asked for {address}")


def sign_in(page: Any, served: Any) -> None:
    """Come in by a new link."""
    page.goto(served.link())
    page.wait_for_load_state("load")


def addresses(page: Any, origin: str, *, of_each: int = 1) -> list[str]:
    """The first page of every place and, of the things that they lead to, so many of each kind."""
    found: dict[str, list[str]] = {}
    for place in PLACES:
        page.goto(origin + place)
        found.setdefault(place, []).append(place)
        for link in page.eval_on_selector_all("main a[href]", "links => links.map(link => link.href)"):
            if not link.startswith(origin):
                continue
            address = link.removeprefix(origin).partition("#")[0]
            if address.partition("?")[0].endswith((".csv", "/file/", "/original/page/")):
                continue  # files, and what is shown inside a frame
            kind = _ID.sub("ID", address.partition("?")[0]) + ("?" if "?" in address else "")
            if address not in found.setdefault(kind, []):
                found[kind].append(address)
    return [address for some in found.values() for address in some[:of_each]]
