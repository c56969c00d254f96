"""The record of each voice's warnings: borne out, not borne out in their window, still open."""

import pytest

from building import claim, document
from clarion.model import Claim, Document, Forecast, ForecastOutcome, StanceKind, Voice, When
from clarion.reconcile import reconcile
from clarion.reconcile.ledger import forecast_words

ROUTE = (("from", "Vardo", "NO"), ("to", "Zapolyarny", "RU"))
WATCH = document("watch", publisher="Border Watch", published="2024-03-18")


def feared(of: Document = WATCH, **more: object) -> Claim:
    return claim(of, "forced_return", 0, stance=StanceKind.EXPECTED, where=ROUTE, who="asylum seekers", **more)


def forecasts(documents: list[Document], claims: list[Claim]) -> dict[str, tuple[Forecast, ...]]:
    return {voice.name: voice.forecasts for voice in reconcile(documents, claims).voices if voice.forecasts}


def test_a_forecast_that_an_incident_bears_out_stands_with_its_lead() -> None:
    forum = document("forum", publisher="Northern Rights Forum", published="2024-05-04")
    came = claim(forum, "forced_return", 0, when="2024-05-02", where=ROUTE, who="asylum seekers")
    (forecast,) = forecasts([WATCH, forum], [feared(), came])["Border Watch"]
    assert (forecast.outcome, forecast.days) == (ForecastOutcome.BORNE_OUT, 45)
    assert forecast.incident is not None


@pytest.mark.parametrize(
    ("last", "outcome"),
    [("2024-06-01", ForecastOutcome.OPEN), ("2025-06-01", ForecastOutcome.NOT_BORNE_OUT)],
)
def test_a_forecast_is_open_until_the_record_reaches_the_end_of_its_window(last: str, outcome: ForecastOutcome) -> None:
    later = document("later", publisher="Fjord Daily", published=last)
    (forecast,) = forecasts([WATCH, later], [feared()])["Border Watch"]
    assert (forecast.outcome, forecast.until) == (outcome, "2024-09-17")
    assert forecast.reason


def test_the_window_is_the_time_that_the_forecast_names() -> None:
    later = document("later", publisher="Fjord Daily", published="2024-05-01")
    (forecast,) = forecasts([WATCH, later], [feared(when=When("2024-04-01", "2024-04-08"))])["Border Watch"]
    assert (forecast.outcome, forecast.until) == (ForecastOutcome.NOT_BORNE_OUT, "2024-04-07")


def test_a_forecast_without_any_day_stays_open() -> None:
    undated = document("undated", publisher="Border Watch")
    later = document("later", publisher="Fjord Daily", published="2034-05-01")
    (forecast,) = forecasts([undated, later], [feared(undated)])["Border Watch"]
    assert forecast.outcome == ForecastOutcome.OPEN


def test_a_forecast_is_that_of_the_one_whose_word_it_is() -> None:
    paper = document("paper", publisher="Fjord Daily", published="2024-03-19")
    assert set(forecasts([paper], [feared(paper, voices=("Border Watch",))])) == {"Border Watch"}


def test_silence_after_a_window_is_called_no_proof() -> None:
    later = document("later", publisher="Fjord Daily", published="2025-06-01")
    (forecast,) = forecasts([WATCH, later], [feared()])["Border Watch"]
    assert "no proof" in forecast.reason


def test_who_warned_of_nothing_has_no_ledger() -> None:
    voices: tuple[Voice, ...] = reconcile([WATCH], [claim(WATCH, "forced_return", 0)]).voices
    assert [voice.forecasts for voice in voices] == [()]


def test_a_ledger_is_told_in_a_line() -> None:
    made = [Forecast(WATCH.id, ForecastOutcome.BORNE_OUT, days=day) for day in (27, 46)]  # type: ignore[arg-type]
    made.append(Forecast(WATCH.id, ForecastOutcome.OPEN))  # type: ignore[arg-type]
    assert forecast_words(made) == "2 borne out (27 to 46 days before), 1 open"
