"""Act words: which sentences tell which act, and which tell none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.extract.acts import find_acts
from clarion.extract.lexicon import load

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "acts.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]

REFUSED = [
    ("The two sides struck a deal on fisheries.", "attack"),
    ("She fired her lawyer.", "attack"),
    ("Profits were hit by the drought.", "attack"),
    ("The Committee against Torture met in Geneva.", "torture"),
    ("The Special Rapporteur on torture will speak.", "torture"),
    ("A mass grave was found behind the school.", "prayer"),
    ("Police evacuated the wounded.", "injury"),  # "the wounded" is who they are, not what is told
    ("Her sentence was too long to read aloud.", "execution"),
    ("Two soldiers died when their truck overturned.", "killing"),  # an accident
    ("The flood killed 30 and destroyed a bridge.", "killing"),
    ("Voluntary return is possible.", "forced_return"),
    ("The hunger strike entered its third week.", "attack"),
    ("The firm released its annual report.", "release"),
    ("The protest is on 12 March.", "flight"),
    ("Detainees spoke to the Working Group on Enforced Disappearances.", "disappearance"),
    ("The ministry rejected accusations that its men were involved.", "condemnation"),
    ("The reporters were put on a plane.", "forced_return"),  # those who report are kept from it: censorship
    ("Journalists can send press enquiries to this address.", "investigation"),
    ("Everyone has the right to a fair trial.", "sentencing"),
    ("He died of his injuries.", "injury"),
    ("The Special Rapporteur on violence against women will speak.", "attack"),
    ("Soldiers clubbed forty demonstrators.", "demonstration"),
    ("They handed over power to a civilian government.", "forced_return"),
    ("He suffers from arrested development.", "detention"),
    ("The talks were held in Oslo.", "detention"),
    ("The firm's growth was arrested by the slump.", "detention"),
    ("She was held in high esteem.", "detention"),
    ("The officer booked a flight to Rome.", "detention"),
    ("The boys grabbed a bite to eat.", "detention"),
    ("Bags are picked up on Mondays.", "detention"),
    ("A judge led the discussion.", "detention"),
    ("She was charged with writing the minutes.", "sentencing"),
    ("The hotel charged him 90 dollars.", "sentencing"),
    ("The trial of the new vaccine begins in May.", "sentencing"),
    ("His last sentence was cut by the editor.", "sentencing"),
    ("The engine is on trial at the factory.", "sentencing"),
    ("The plant was shut for repairs.", "border_closure"),
    ("The shop closed early.", "border_closure"),
    ("The meeting closed with a song.", "border_closure"),
    ("The news killed the mood.", "killing"),
    ("She died of old age.", "killing"),
    ("The proposal is dead.", "killing"),
    ("He is a killer on the pitch.", "killing"),
    ("The virus attacks the lungs.", "attack"),
    ("They struck a balance.", "attack"),
    ("A fire broke out in the kitchen.", "attack"),
    ("The band hit the road.", "attack"),
    ("Swept by wind, the village is cold.", "attack"),
    ("The mayor attacked the budget.", "attack"),
    ("The news ruined their hopes.", "destruction"),
    ("The heat trampled on their plans.", "destruction"),
    ("He smashed the record.", "destruction"),
    ("It was torture to listen to him.", "torture"),
    ("The curtains hung by the window.", "torture"),
    ("Water was poured on the plants.", "torture"),
    ("The coach turned the team around.", "forced_return"),
    ("The children were sent back to school.", "forced_return"),
    ("They walked back to the village.", "forced_return"),
    ("He drove back to town.", "forced_return"),
    ("The prisoners were taken back to their cells.", "forced_return"),
    ("The bus took pupils across the river to school.", "forced_return"),
    ("The minister was flown home after surgery.", "forced_return"),
    ("Anna was taken ill.", "abduction"),
    ("He took a photograph of the girls.", "abduction"),
    ("The team captured the cup.", "abduction"),
    ("The band released a record.", "release"),
    ("Exchange rates fell.", "release"),
    ("The judge cleared his throat.", "release"),
    ("He picked up the phone.", "rescue"),
    ("She was moved to tears.", "rescue"),
    ("He ran for mayor.", "displacement"),
    ("The family left for the seaside.", "displacement"),
    ("Trees were uprooted by the wind.", "displacement"),
    ("He left his keys at home.", "flight"),
    ("The bomb was set off by a timer.", "flight"),
    ("The flag was flown at half mast.", "flight"),
    ("The letter reached him in May.", "arrival"),
    ("The ministry could not be reached.", "arrival"),
    ("He was admitted to hospital.", "arrival"),
    ("Pride was hurt.", "injury"),
    ("The economy was crippled by debt.", "injury"),
    ("The children are watched by a nurse.", "harassment"),
    ("The doctor questioned his own method.", "harassment"),
    ("The hearing was suspended until Monday.", "censorship"),
    ("At a hearing of the Senate commission the chair spoke of 2,000 people.", "sentencing"),
    ("The road was blocked by snow.", "censorship"),
    ("He gave up food for Lent.", "deprivation"),
    ("The car ran out of fuel.", "deprivation"),
    ("She dropped her cup.", "boycott"),
    ("The firm ended the year with a loss.", "boycott"),
    ("Work on the bridge was suspended.", "sanction"),
    ("The pipe froze.", "sanction"),
    ("The house was condemned by the council surveyor.", "condemnation"),
    ("She slammed the door.", "condemnation"),
    ("The firm was charged that day.", "condemnation"),
    ("The idea appeals to younger voters.", "appeal"),
    ("He wrote a novel.", "appeal"),
    ("Ring the bell twice.", "appeal"),
    ("She demonstrated the new pump.", "demonstration"),
    ("The strike of the clock woke him.", "demonstration"),
    ("The third match in Rome was drawn.", "demonstration"),
    ("He remembered his umbrella.", "commemoration"),
    ("A mass of paper lay on the desk.", "prayer"),
    ("The service at the hotel is slow.", "prayer"),
    ("She looked into the mirror.", "investigation"),
    ("The panel on the roof was repaired.", "investigation"),
    ("The coach was dismissed after the match.", "prosecution"),
    ("He passed the salt.", "lawmaking"),
    ("The bill was paid by his aunt.", "lawmaking"),
    ("We had a great deal of rain.", "agreement"),
    ("He met his wife at school.", "consultation"),
    ("She sat down at the piano.", "consultation"),
    ("The firm supplied the engine.", "aid"),
    ("The bus stops here.", "halt"),
    ("At the end of the day he went home.", "halt"),
    ("He broke both legs.", "breach"),
    ("A breach in the dam was repaired.", "breach"),
    ("He was taken back to hospital.", "forced_return"),
    ("The firm was ejected from the index.", "forced_return"),
    ("Researchers set out to test the method.", "flight"),
    ("The striker headed home from two metres.", "flight"),
    ("Residents were out of parking spaces.", "release"),
    ("She came out of the centre with a book.", "release"),
    ("The court has three wards and a branch in Leeds.", "sentencing"),
    ("He was given years of advice.", "sentencing"),
    ("The remarks were made in the holding area.", "detention"),
    ("They told fans to keep awake with coffee.", "torture"),
    ("Nurses put the patient in isolation.", "deprivation"),
    ("The farm has no contact with the plant.", "deprivation"),
    ("Chefs were under pressure to cut costs.", "harassment"),
    ("The virus is no threat to people.", "harassment"),
    ("He called the parents this morning.", "harassment"),
    ("The member called the attack a family matter.", "harassment"),
    ("The band fired from the stage for effect.", "harassment"),
    ("The critic was critical in his youth of nobody.", "prayer"),
    ("The firm signed a letter of intent.", "agreement"),
    ("He came to terms with his illness.", "agreement"),
    ("They put a name to the tune.", "appeal"),
    ("He entered a plea of not guilty.", "appeal"),
    ("The revised penal code fills two shelves.", "lawmaking"),
    ("The mayor changed his act.", "lawmaking"),
    ("The club laid its rivals to rest.", "commemoration"),
    ("We were asked not to travel by bus.", "boycott"),
    ("Shops took the cheese off the shelves.", "boycott"),
    ("The county lifted its burn ban.", "halt"),
    ("The show must go on, and it must continue.", "halt"),
    ("Power was restored by noon.", "halt"),
    ("Tons of earth were brought by the river.", "aid"),
    ("The firm contributed 4 million to profit.", "aid"),
    ("Experts were sent to repair the pump.", "investigation"),
    ("Seven bedrooms finish off the floor plan.", "killing"),
    ("The threat was eliminated.", "killing"),
    ("She never woke up early.", "killing"),
    ("The army struck a deal with the union.", "attack"),
    ("The minister was pressured by the polls.", "injury"),
    ("Children received the disease from their parents.", "consultation"),
    ("They debated the bill over lunch.", "consultation"),
    ("Investors voiced disappointment.", "condemnation"),
    ("I cannot stand the noise.", "condemnation"),
    ("She filed for asylum.", "appeal"),  # no letter, petition or complaint
    ("The mothers begged the pope to intervene.", "appeal"),  # verbs that only carry a demand
    ("The village elders implored the governor to send help.", "appeal"),
]


@pytest.mark.parametrize(("act", "sentence"), ROWS)
def test_a_sentence_tells_its_act(act: str, sentence: str) -> None:
    found = {word.act for word in find_acts(sentence)}
    assert (not found) if act == "none" else (act in found)


@pytest.mark.parametrize(("sentence", "act"), REFUSED)
def test_a_look_alike_does_not_tell_the_act(sentence: str, act: str) -> None:
    assert act not in {word.act for word in find_acts(sentence)}


def test_every_act_has_a_meaning_cues_and_codes_for_three_vocabularies() -> None:
    entries = load().acts
    assert len(entries) == 40
    for entry in entries.values():
        assert entry.means
        assert entry.cues
        assert set(entry.codes) == {"huridocs", "plover", "acled"}


def test_words_of_one_act_side_by_side_are_one_act() -> None:
    assert [word.act for word in find_acts("They were arrested and detained.")] == ["detention"]


def test_other_languages_are_left_alone() -> None:
    assert find_acts("They were arrested.", language="ko") == []


@given(st.text(max_size=200))
def test_no_text_makes_the_search_fail_and_every_span_lies_inside(text: str) -> None:
    for word in find_acts(text):
        assert 0 <= word.span[0] < word.span[1] <= len(text)
