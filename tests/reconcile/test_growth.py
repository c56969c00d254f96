"""The cost of reconciling grows with the number of documents, not with its square."""

from datetime import date, timedelta

from building import claim, document, people
from clarion.model import Claim, Document
from clarion.reconcile import reconcile
from costs import Effort, apart, growth

TOWNS = (("Vardo", "NO"), ("Osh", "KG"), ("Goma", "CD"), ("Edirne", "TR"), ("Tijuana", "MX"))
# twice the documents may cost at most this many times as much; a square would cost four times
MOST = 3.0


def reports(number: int) -> tuple[list[Document], list[Claim]]:
    documents, claims = [], []
    for n in range(number):
        (town, country), day = TOWNS[n % len(TOWNS)], date(2024, 1, 1) + timedelta(days=n * 7 % 300)
        text = f"Police in {town} arrested {n % 90 + 5} traders on {day:%d %B %Y}. Report {n} of the day."
        of = document(f"report {n}", publisher=f"Paper {n % 40}", published=str(day + timedelta(days=1)), text=text)
        where = (("at", town, country),)
        documents.append(of)
        claims.append(claim(of, "detention", 0, when=day, where=where, count=people(best=n % 90 + 5), who="traders"))
    return documents, claims


def test_twice_the_documents_cost_about_twice_as_much() -> None:
    ratio, seconds = apart(__file__, "measured", 200, MOST)
    assert ratio <= MOST, seconds


def measured(number: int, most: float) -> tuple[float, float]:
    """What twice the documents cost over what so many cost, told from four times as many, and the CPU seconds."""
    found = growth(reports, lambda told: reconcile(*told), number, Effort(factor=4, most=most))
    return found.ratio, found.more
