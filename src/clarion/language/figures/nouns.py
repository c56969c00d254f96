"""Nouns by what a figure of them counts: people, families, vehicles, events. Data only.

Plurals are derived (`plural_of`); irregular ones are written out. A noun that names a thing as well as a
person ("head", "bank") is left out: a wrong "people" does more harm than a missing one.
"""

from functools import cache

from clarion.model.vocabulary import Unit

# singular nouns for a person, regular plural
PERSONS = """
person individual human soul adult minor child kid baby infant newborn toddler teenager teen youth youngster boy girl
man woman male female widow widower orphan elder pensioner bride girlfriend boyfriend
father mother parent son daughter brother sister sibling husband wife spouse partner grandparent grandmother grandfather
grandchild granddaughter grandson cousin uncle aunt nephew niece relative kin dependant dependent twin guardian
refugee migrant immigrant emigrant asylum-seeker asylumseeker seeker returnee evacuee escapee deportee defector exile
expatriate fugitive displaced idp castaway stowaway passenger traveller traveler pilgrim tourist visitor guest
commuter pedestrian driver cyclist rider motorist pilot sailor seafarer crewman crewmember steward
prisoner detainee inmate captive hostage internee convict suspect defendant accused arrestee abductee kidnapper
victim survivor casualty fatality dead wounded injured missing martyr bystander witness patient
civilian resident inhabitant villager citizen national foreigner native local neighbour neighbor householder tenant
dweller settler nomad herder herdsman pastoralist farmer peasant fisherman fisher miner worker labourer laborer
employee employer staffer servant maid nanny cleaner cook tailor trader vendor merchant shopkeeper seller smuggler
broker
trafficker beggar slave bondsman
activist protester protestor demonstrator marcher campaigner dissident advocate defender volunteer organiser organizer
supporter follower sympathiser sympathizer participant attendee delegate member believer worshipper worshiper
christian muslim buddhist hindu jew catholic protestant adherent priest monk nun pastor preacher bishop imam cleric
missionary parishioner congregant lama
journalist reporter correspondent photographer cameraman editor blogger writer author poet artist musician singer
broadcaster commentator
critic lawyer attorney judge magistrate prosecutor notary paralegal jurist
doctor nurse physician surgeon medic paramedic midwife pharmacist dentist health-worker
teacher student pupil schoolchild schoolboy schoolgirl schoolteacher professor lecturer academic scholar researcher
scientist engineer undergraduate graduate alumnus classmate
officer official policeman policewoman constable guard warden jailer agent soldier troop serviceman conscript recruit
reservist fighter militant militiaman gunman rebel insurgent guerrilla combatant commander general colonel major captain
sergeant veteran jihadist terrorist paratrooper marine attacker assailant bomber raider bandit robber vigilante
mercenary sniper marksman peacekeeper observer monitor firefighter rescuer responder aid-worker humanitarian
minister ambassador diplomat envoy senator congressman congresswoman lawmaker legislator deputy mp parliamentarian
councillor councilor mayor governor president leader chief chieftain politician candidate voter elector constituent
spokesman spokesperson spokeswoman aide adviser advisor expert specialist analyst consultant
claimant applicant petitioner signatory complainant respondent recipient beneficiary client customer user consumer
subscriber player athlete footballer fan spectator contestant competitor coach referee
owner landlord investor shareholder executive director manager chairman businessman businesswoman entrepreneur
founder banker accountant clerk secretary apprentice intern trainee
murderer killer offender criminal gangster thief perpetrator abuser rapist
carrier newcomer arrival occupant squatter homeless jobless unemployed disabled sick elderly
other compatriot countryman tribesman clansman
lady gentleman chap bloke guy hero
nominee appointee absentee trustee grantee payee interviewee
case-worker caseworker coworker co-worker colleague friend comrade associate accomplice co-defendant
villager townspeople swimmer climber hiker mountaineer diver trekker mourner reveller reveler shopper diner onlooker
rohingya uyghur uighur yazidi tibetan kurd kazakh hazara tamil tutsi hutu roma hmong karen kachin chin wayuu
turk swede dane finn pole czech slovak serb croat slovene bosniak scot briton spaniard arab berber druze copt turkmen
uzbek tajik kyrgyz afghan iraqi saudi yemeni omani emirati kuwaiti qatari bahraini israeli pakistani bangladeshi
somali azeri nepali filipino thai zulu mongol russian greek
karakalpak baluch baloch pashtun sikh alawite ismaili oromo amhara tigrayan
""".split()

IRREGULAR = {
    "people": "person",
    "population": "person",  # as the whole of a share
    "peoples": "",  # nations, not persons
    "persons": "person",
    "children": "child",
    "schoolchildren": "child",
    "grandchildren": "child",
    "wives": "wife",
    "midwives": "midwife",
    "thieves": "thief",
    "alumni": "alumnus",
    "folk": "person",
    "folks": "person",
    "police": "police",
    "troops": "soldier",
    "personnel": "personnel",
    "staff": "staff",
    "crew": "crew",
    "youths": "youth",
    "youth": "youth",
    "dead": "dead",
    "deaths": "death",
    "wounded": "wounded",
    "injured": "injured",
    "missing": "missing",
    "homeless": "homeless",
    "displaced": "displaced",
    "casualties": "casualty",
    "fatalities": "fatality",
    "lives": "life",
    "souls": "soul",
    "mps": "mp",
    "idps": "idp",
    "pows": "pow",
    "killed": "killed",
    "chinese": "chinese",
    "japanese": "japanese",
    "vietnamese": "vietnamese",
    "burmese": "burmese",
    "sudanese": "sudanese",
    "lebanese": "lebanese",
    "congolese": "congolese",
    "senegalese": "senegalese",
    "portuguese": "portuguese",
    "taiwanese": "taiwanese",
    "british": "british",
    "french": "french",
    "dutch": "dutch",
    "irish": "irish",
    "rohingya": "rohingya",
    "clergy": "clergy",
    "cattlemen": "cattleman",
    "breadwinners": "breadwinner",
    "inhabitants": "inhabitant",
    "evacuated": "evacuated",
}
FAMILIES = "family household".split()
VEHICLES = """
bus coach minibus car van truck lorry vehicle motorcycle motorbike bike bicycle scooter taxi jeep pickup tank
ambulance train carriage wagon convoy boat ship vessel dinghy raft canoe ferry trawler speedboat yacht barge tanker
aircraft plane aeroplane airplane jet helicopter flight drone warplane  tractor  minivan trailer
pirogue freighter warship submarine
""".split()
EVENTS = """
attack raid bombing airstrike strike shelling explosion blast killing murder assassination execution arrest detention
abduction kidnapping disappearance deportation pushback expulsion return removal repatriation extradition crossing
departure incident event case protest rally demonstration march vigil demonstration clash riot ambush shooting
stabbing beating
assault rape violation abuse eviction demolition hearing trial conviction sentence search
occasion operation mission visit meeting conference session round ceremony concert  service
massacre earthquake flood fire storm landslide accident collision crash landing evacuation transfer visit
interception rescue sweep complaint petition
""".split()

# endings that only nouns for persons take, with the exceptions that do not
PERSON_ENDINGS = ("men", "women", "ists", "ees", "people", "persons", "workers", "seekers", "holders", "fighters")
NOT_PERSONS = frozenset(
    "trees degrees fees knees bees committees guarantees coffees frees sees agrees levees decrees "
    "pedigrees lists fists mists twists wrists specimen specimens omen omens regimen regimens abdomen "
    "consists exists assists resists insists persists rupees jubilees toffees lees "
    "chimpanzees manatees puttees marquees banshees".split()
)
# plural nouns of nationality and faith: "Koreans", "Syrians", "Nigerians"; capital letter required
NATIONAL_ENDINGS = ("ans", "ians", "eans", "ois", "ards")
NOT_NATIONALS = frozenset("plans loans fans vans cans pans scans bans clans oceans means titans jeans beans".split())


@cache
def lexicon() -> dict[str, tuple[Unit, bool]]:
    """Lower-case word -> (unit, True for a plural). A word that serves as both counts as plural."""
    words: dict[str, tuple[Unit, bool]] = {}
    for unit, singulars in (
        (Unit.EVENTS, EVENTS),
        (Unit.VEHICLES, VEHICLES),
        (Unit.FAMILIES, FAMILIES),
        (Unit.PEOPLE, PERSONS),
    ):
        for word in singulars:
            words[word] = (unit, False)
            words[plural_of(word)] = (unit, True)
    for word, singular in IRREGULAR.items():
        if singular:
            words[word] = (Unit.PEOPLE, True)
        else:
            words.pop(word, None)
    words["aircraft"] = (Unit.VEHICLES, True)
    return words


def plural_of(word: str) -> str:
    """The regular English plural; compounds in -man and -woman change their vowel."""
    if word.endswith("man") and word not in {"human", "german", "roman", "ottoman"}:
        return word[:-2] + "en"
    if word.endswith("y") and word[-2:-1] not in {"a", "e", "o", "u"}:
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")) and word not in {"czech"}:
        return word + "es"
    return word + "s"


def unit_of(word: str) -> tuple[Unit, bool] | None:
    """(unit, is plural) of a word as written, by the lexicon first, then by its ending."""
    lower = word.lower()
    known = lexicon().get(lower)
    if known is not None:
        return known
    if "-" in lower:
        return unit_of(word.rsplit("-", 1)[1])
    if lower.endswith(PERSON_ENDINGS) and lower not in NOT_PERSONS and len(lower) > 4:
        return Unit.PEOPLE, True
    if word[:1].isupper() and lower.endswith(NATIONAL_ENDINGS) and lower not in NOT_NATIONALS and len(lower) > 4:
        return Unit.PEOPLE, True
    return None
