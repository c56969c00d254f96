"""What only the text before makes plain: captives carried on, wholes named again, periods, headlines; and refusals."""

import datetime

import pytest

from clarion.extract.dating_back import dates_back
from clarion.extract.wholes import names_whole
from clarion.model.nouns import When
from telling import claims_of, counted

CARRIED = [
    ("Soldiers arrested 21 weavers. The detained were loaded into three lorries.", ("detention", 3)),
    ("Gunmen abducted nine pupils. It was dark. They were bundled into a van.", ("abduction", None)),
    ("Police deported 40 Malians. They were crammed onto two buses.", ("forced_return", 2)),
    # a word that elsewhere tells of a border tells of custody where nobody has been returned
    ("Soldiers arrested 21 weavers. They were driven to the airfield in two vans.", ("detention", 2)),
]
NOT_CARRIED = [
    "Soldiers arrested 21 weavers. The carpets were loaded into three lorries.",
    "Soldiers arrested 21 weavers. The mayor was driven off in his car.",
    "Soldiers arrested 21 weavers. They were driven to hospital in two vans.",
    "Soldiers arrested 21 weavers. They will be loaded into lorries, a rumour said, or they might walk.",
    "Soldiers arrested 21 weavers and released them. They were driven home in two vans.",
    "Soldiers arrested 21 weavers. They were not put into the van.",
    "The weavers met. They were loaded into three lorries with their looms.",
]


@pytest.mark.parametrize(("text", "expected"), CARRIED)
def test_who_is_put_into_a_vehicle_is_still_in_the_hands_of_others(text: str, expected: tuple[str, int | None]) -> None:
    act, _, low = counted(text)[-1]
    assert (act, low) == expected
    assert len(counted(text)) == 2


@pytest.mark.parametrize("text", NOT_CARRIED)
def test_goods_the_free_and_those_not_told_of_are_carried_by_nobody(text: str) -> None:
    assert "of captives carried on" not in " ".join(claim.method for claim in claims_of(text))


def test_a_return_that_the_text_tells_stays_one_when_its_people_are_driven_off() -> None:
    text = "The army deported 40 Malians. Soldiers arrested two more. They were driven to the airfield in vans."
    assert counted(text)[-1][0] == "forced_return"


FAR = " We spoke to the parents. It has a bell. The road is long. The rain came early."


def test_a_number_of_people_named_again_means_those_told_of_so_many_sentences_before() -> None:
    text = f"Gunmen abducted 17 pupils. Two guards were hurt.{FAR} Of the 17, eleven are girls."
    assert counted(text)[-1] == ("abduction", "asserted", 11)


def test_some_of_the_number_are_people_as_the_whole_was() -> None:
    text = f"Gunmen abducted 17 pupils.{FAR} Nine of the seventeen were girls."
    count = claims_of(text)[-1].affected.count  # type: ignore[union-attr]
    assert count is not None
    assert (count.low, count.unit) == (9, "people")


@pytest.mark.parametrize("last", ["Of the 12, two are ill.", "Of the roads, one is open.", "Of the two, one is ill."])
def test_a_number_that_nobody_told_of_means_no_one(last: str) -> None:
    assert len(counted(f"Gunmen abducted 17 pupils.{FAR} {last}")) == 1


def test_some_of_a_number_are_named_at_the_head_of_a_sentence_only() -> None:
    assert names_whole("Of the 17, eleven are girls.")
    assert names_whole("Nine of the seventeen were girls.")
    assert not names_whole("He thought for a long while of the 17 goats.")


LIKEWISE = [
    ("The mill was burned down. So were twelve houses.", ("destruction", "asserted", 12)),
    ("The mill was burned down. So are the houses on both banks.", ("destruction", "asserted", None)),
]


@pytest.mark.parametrize(("text", "expected"), LIKEWISE)
def test_what_became_of_one_thing_became_of_another(text: str, expected: tuple[str, str, int | None]) -> None:
    assert counted(text)[1:] == [expected]


@pytest.mark.parametrize("last", ["So are the rules of chess.", "So is the weather.", "So are most of the laws."])
def test_what_cannot_befall_others_is_not_told_of_them(last: str) -> None:
    assert len(counted(f"Police arrested nine men. {last}")) == 1


def test_a_guess_that_closes_a_sentence_counts_about_so_many() -> None:
    claim = claims_of("The mill was burned down. So are the barns; I would say sixty.")[1]
    count = claim.affected.count  # type: ignore[union-attr]
    assert count is not None
    assert (count.low, count.high, count.best, count.unit) == (None, None, 60, "other")


def test_what_is_told_likewise_in_a_sentence_of_its_own_has_its_own_day_and_place() -> None:
    claim = claims_of("On 3 May the mill in Mombasa was burned down. So were twelve houses in Nairobi.")[1]
    assert claim.when is None
    assert [place.name for place in claim.where] == ["Nairobi"]


RECORDS = [
    ("Between 100 and 150 houses were burned, said the parish. Satellite pictures show at least 90.", 90),
    ("Soldiers shot 12 people dead. The hospital's records suggest 19.", 19),
    ("Some 40 houses were burned. The union counted 65.", 65),
]


@pytest.mark.parametrize(("text", "low"), RECORDS)
def test_pictures_and_records_count_again(text: str, low: int) -> None:
    act, stance, number = counted(text)[-1]
    assert (act, stance, number) == (counted(text)[0][0], "reported", low)


@pytest.mark.parametrize(
    "last", ["The clock showed nine.", "The pictures show nine goats.", "The mill counted 12 sacks."]
)
def test_what_shows_other_things_counts_nothing_again(last: str) -> None:
    assert len(counted(f"Some 40 houses were burned. {last}")) == 1


PERIODS = [
    (
        "Between January and June 2023 the army expelled 400 Malians. We believe that 900 were deported in that time.",
        ("2023-01-01", "2023-07-01"),
    ),
    (
        "This report is about July to November 2023.\n\nOn 4 August soldiers burned a mill.\n\n"
        "Totals for the period: 214 people killed.",
        ("2023-07-01", "2023-12-01"),
    ),
    ("In 2017 the camp was shelled. Nobody was hurt then.", ("2017-01-01", "2018-01-01")),
    ("In May 2021 the camp was shelled. Nine people were killed at the time.", ("2021-05-01", "2021-06-01")),
]
UNDATED = [
    "In May 2021 the camp was shelled. The mayor said at the time that nobody was killed.",
    "In May 2021 the camp was shelled. Then soldiers killed nine people.",
    "In May 2021 the camp was shelled and in June it was burned. Nobody was killed then.",
    "On 3 May the mill was burned. Nine people were killed in the period before the vote.",
    "On 3 May the mill was burned. Nine people were killed during the period.",
]


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_a_time_told_of_before_is_taken_up(text: str, expected: tuple[str, str]) -> None:
    when = claims_of(text)[-1].when
    assert when is not None
    assert (when.start, when.end) == expected


@pytest.mark.parametrize("text", UNDATED)
def test_words_that_take_up_no_time_date_nothing(text: str) -> None:
    assert claims_of(text)[-1].when is None


def test_the_time_of_a_sum_is_that_of_all_that_is_summed() -> None:
    text = "This report is about July to November 2023.\n\nTotals for the period: 214 people killed, 6,100 displaced."
    assert {claim.when.start for claim in claims_of(text) if claim.when} == {"2023-07-01"}
    assert all(claim.when for claim in claims_of(text))


def test_the_night_before_a_day_to_come_is_to_come() -> None:
    when = claims_of("The funeral is on Friday at ten. There will be a vigil the night before in the park.")[-1].when
    assert when is not None
    assert when.start == "2024-05-16"


def test_no_more_than_a_stretch_of_sentences_is_looked_back_over() -> None:
    asked: list[int] = []

    def dates_of(number: int) -> list[When]:
        asked.append(number)
        return []

    assert dates_back("Nine were killed in that time.", 5000, 0, dates_of) == []
    assert len(asked) < 200


BELOW = "\n\nRebels came to Xembe on Monday. In Xembe nobody sleeps."
HEADLINES = [
    ("REBELS ATTACK XEMBE; 12 DEAD" + BELOW, ["XEMBE", "XEMBE"]),
    ("Gunmen kill two, wound five in Mombasa\n\nThe mayor wept.", ["Mombasa", "Mombasa"]),
    # whom the text below calls by the name is no place
    ("REBELS ATTACK XEMBE; 12 DEAD\n\nXembe was a kind man.", []),
    # what is set apart by "after" happened elsewhere, or may have
    ("Nine men killed after raid in Mombasa\n\nThe mayor wept.", ["Mombasa"]),
    # where the held are kept is what nobody says
    ("Two men arrested in Mombasa; both missing\n\nThe mayor wept.", ["Mombasa"]),
]


@pytest.mark.parametrize(("text", "places"), HEADLINES)
def test_the_clauses_of_a_headline_share_its_place(text: str, places: list[str]) -> None:
    end = text.index("\n")
    assert [place.name for claim in claims_of(text) if claim.span[0] < end for place in claim.where] == places


def test_a_sentence_of_the_text_shares_no_place() -> None:
    claims = claims_of("Gunmen killed two men. They hurt five in Mombasa.")
    assert [place.name for place in claims[0].where] == []


def test_documents_are_dated_as_before() -> None:
    assert claims_of("Nine men were arrested today.")[0].when.start == str(datetime.date(2024, 5, 15))  # type: ignore[union-attr]


FEARED = "Two weavers were kidnapped and are feared to have been carried off to the hills."
AGAIN = "Two weavers were kidnapped and carried off to the hills."


def test_what_is_only_feared_is_not_the_deed_that_was_told() -> None:
    assert [(act, stance) for act, stance, _ in counted(FEARED)] == [
        ("abduction", "asserted"),
        ("abduction", "possible"),
    ]
    assert [(act, stance) for act, stance, _ in counted(AGAIN)] == [("abduction", "asserted")]


def test_a_refusal_to_say_where_people_are_withholds_them() -> None:
    text = "The arrest of nine people without a warrant and the refusal to say where they are shocked the town."
    assert ("disappearance", "asserted") in [(act, stance) for act, stance, _ in counted(text)]
    assert "disappearance" not in [act for act, _, _ in counted("The refusal to say where the money is shocked us.")]
