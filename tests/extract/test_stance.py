"""Stance: how the words around an act hold it. The act word stands in brackets; "~" is tentative."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.extract.stance import stance_of
from clarion.model.nouns import Stance
from clarion.model.vocabulary import StanceKind


def stance(marked: str) -> str:
    start, end = marked.index("["), marked.index("]")
    text = marked[:start] + marked[start + 1 : end] + marked[end + 1 :]
    found = stance_of(text, (start, end - 1))
    return found.stance + ("~" if found.tentative else "")


@pytest.mark.parametrize(
    ("expected", "marked"),
    [
        ("announced", "The trial will [begin] on 3 May."),
        ("announced", "We will [march] to the embassy on Friday."),
        ("announced", "A vigil is [planned] for Saturday."),
        ("announced", "The group plans to [protest] outside the embassy."),
        ("announced", "The ministry intends to [deport] 200 people next month."),
        ("announced", "A [vigil] will take place on Sunday."),
        ("announced", "Join us for a [rally] at noon."),
        ("announced", "The [hearing] is scheduled for 9 June."),
        ("announced", "The court is due to [hear] the appeal on Tuesday."),
        ("announced", "Poland to [deport] asylum seekers"),
        ("announced", "On 4 June we will [gather] at the Chinese embassy."),
        ("announced", "A [march] has been called for 10 December."),
        ("announced", "The tribunal will [hear] the case on 14 May."),
        ("announced", "Churches across the country will [hold] prayers on Sunday."),
        ("announced", "Kenya is to [close] two refugee camps."),
        ("announced", "The authorities have announced plans to [demolish] the settlement."),
        ("announced", "The petition will be [handed] to the prime minister on Monday."),
        ("asserted", "The government has [detained] more than 300 protesters since June."),
        ("asserted", "Security forces opened fire, [killing] nine people."),
        ("asserted", "The army continues to [shell] the town."),
        ("asserted", "After being [arrested] at the border, he was taken to a military camp."),
        ("asserted", "We condemn the [killing] of three aid workers."),
        ("asserted", "The [detention] of journalists must end immediately."),
        ("asserted", "Thailand must stop [deporting] Uyghurs."),
        ("asserted", "The men, who were [arrested] in May, have not seen a lawyer."),
        ("asserted", "Police [arrested] 12 people, including two children."),
        ("asserted", "Since the coup the junta has [executed] four activists."),
        ("asserted", "The crackdown led to hundreds of [arrests]."),
        ("asserted", "They managed to [escape]."),
        ("asserted", "He was forced to [confess]."),
        ("asserted", "Villagers had to [flee]."),
        ("asserted", "“They [beat] us every day,” he said."),
        ("asserted", "Fears are growing after the [arrest] of two priests."),
        ("asserted", "Protests against the [arrests] spread to other cities."),
        ("asserted", "Dozens [detained] at rally"),
        ("asserted", "Not only were they [beaten], they were also starved."),
        ("asserted", "They protested the [deportation] of the family."),
        ("asserted", "Despite the [ban], thousands gathered."),
        ("asserted", "Because of the [shelling], the school closed."),
        ("asserted", "At a press conference in Geneva, the envoy welcomed the [release] of 30 hostages."),
        ("asserted", "Eight years after his [arrest], his wife still waits."),
        ("asserted", "The minister apologised for the [deaths]."),
        ("asserted", "The court [sentenced] him to ten years in prison."),
        ("asserted", "He was [sentenced] in absentia, convicted of spreading false news."),
        ("asserted", "Two days later the bodies of five men were [found] in the river."),
        ("asserted", "The [shelling], which lasted four hours, hit a hospital."),
        ("asserted", "Her father, [jailed] since 2017, is ill."),
        ("asserted", "Among those [killed] were three nurses."),
        ("asserted", "With the border [closed] since March, no one can leave."),
        ("asserted", "Having been [beaten], he signed."),
        ("asserted", "The boy said nothing after they [shot] his father."),
        ("asserted", "More than 40 people have been [displaced] by the fighting, and aid is running out."),
        ("asserted", "What happened was a [massacre]."),
        ("asserted", "This is not a war; it is [ethnic] cleansing."),
        ("asserted", "The trial of the men who [burned] the village began on Monday."),
        ("asserted", "Investigators are examining the [killing] of a journalist."),
        ("asserted", "The victims of the [attack] were buried on Friday."),
        ("asserted", "We mourn those who [died]."),
        ("asserted", "Turkey hosts more refugees than any country that has [signed] the convention."),
        ("asserted", "That night soldiers came and [took] the men."),
        ("asserted", "The order led to the [closure] of four newspapers."),
        ("asserted~", "He is believed to have been [killed] in custody."),
        ("asserted~", "The boys have probably been [conscripted]."),
        ("asserted~", "The rest are presumed [dead]."),
        ("asserted~", "The four are thought to have been [moved] to the capital."),
        ("called_for", "We call for the immediate [release] of all prisoners."),
        ("called_for", "The EU should [impose] sanctions on the generals."),
        ("called_for", "The UN called on both sides to [protect] civilians."),
        ("called_for", "Parliament urged the government to [suspend] arms sales."),
        ("called_for", "Sanctions must be [imposed] now."),
        ("called_for", "They demanded that the bodies be [returned]."),
        ("called_for", "Please [write] to your senator."),
        ("called_for", "It is vital that the border be [reopened]."),
        ("called_for", "The committee recommended that the law be [repealed]."),
        ("called_for", "They want him [released]."),
        ("called_for", "Free the prisoners and [reopen] the border!"),
        ("called_for", "There should be an independent [investigation] into the deaths."),
        ("called_for", "We ask that he be [allowed] to see a doctor."),
        ("called_for", "We respectfully ask the Committee to [examine] the complaint."),
        ("called_for", "I urge you to [vote] for the motion."),
        ("called_for", "States must not look away; they must [open] their borders."),
        ("called_for", "It is time for the Council to [refer] the case to the Court."),
        ("called_for", "Let us [demand] an answer."),
        ("called_for", "Our first demand is the [release] of the 12 students."),
        ("called_for", "The resolution calls on member states to [halt] arms exports and to suspend training."),
        ("called_for", "The petition, signed by 4,000 people, asks the minister to [grant] asylum to the family."),
        ("denied", "The ministry denied [holding] the men."),
        ("denied", "The ministry denied that it had [deported] anyone."),
        ("denied", "Officials rejected allegations of [torture] as baseless."),
        ("denied", "The president dismissed reports of [killings]."),
        ("denied", "A spokesman said no one had been [tortured]."),
        ("denied", "The army denies any role in the [attack]."),
        ("denied", "Both governments have denied [sending] fighters."),
        ("denied", "The claim that civilians were [targeted] is false, the army said."),
        ("denied", "He denies all [charges]."),
        ("denied", '"Nobody was [deported]," the minister told parliament.'),
        ("denied", "There was no [massacre], the ministry insisted."),
        ("expected", "Human rights groups fear that the men will be [executed] within days."),
        ("expected", "The prisoners are in danger of being [executed]."),
        ("expected", "Refugees face [deportation]."),
        ("expected", "The threat of [deportation] hangs over them."),
        ("expected", "Thousands are expected to [cross] the border."),
        ("expected", "He risks being [tortured]."),
        ("expected", "Family fears [execution] of imprisoned poet"),
        ("expected", "Lawyers warned that the men would be [tortured]."),
        ("expected", "Aid agencies warn of [famine]."),
        ("expected", "The camp is about to be [cleared]."),
        ("expected", "It is feared that the group will be [handed] over."),
        ("expected", "There is a real risk that she will be [tortured]."),
        ("expected", "Their [deportation] is imminent."),
        ("expected", "Residents are bracing for more [attacks]."),
        ("expected", "She lives in fear of [arrest]."),
        ("expected", "The soldiers have threatened to [burn] the village."),
        ("expected", "Thousands more are likely to [flee]."),
        ("expected~", "They may be [deported] next week."),
        ("expected~", "We understand that a further group may be [transferred] before the end of the month."),
        ("hypothetical", "If they are [sent] back, they will be tortured."),
        ("hypothetical", "If they are sent back, they will be [tortured]."),
        ("hypothetical", "Anyone who is [returned] faces prison."),
        ("hypothetical", "They would be [killed] if they went home."),
        ("hypothetical", "Unless the border is [reopened], people will starve."),
        ("hypothetical", "Were they to be [deported], they would face prison."),
        ("hypothetical", "In the event of [deportation], they would be jailed."),
        ("hypothetical", "A return to Eritrea would mean [prison]."),
        ("hypothetical", "If the law passes, thousands could be [evicted]."),
        ("hypothetical", "Should the talks fail, the army will [attack]."),
        ("hypothetical", "Had they stayed, they would have been [killed]."),
        ("hypothetical", "Even if he were [freed], he could not travel."),
        ("hypothetical", "The truce holds as long as no one is [attacked]."),
        ("negated", "The family has not been [told] where he is."),
        ("negated", "Nobody was [arrested] for the murder."),
        ("negated", "She was released without being [charged]."),
        ("negated", "No [investigation] was opened."),
        ("negated", "The police failed to [investigate]."),
        ("negated", "The court refused to [release] them."),
        ("negated", "They were prevented from [leaving] the country."),
        ("negated", "The men were not [returned] to China."),
        ("negated", "Neither of them was [charged]."),
        ("negated", "Aid has yet to [reach] the camp."),
        ("negated", "They deny food to prisoners and have never [allowed] visits."),
        ("negated", "No longer are prisoners [tortured] there."),
        ("negated", "We have not been able to [visit] the camp."),
        ("negated", "Only three of the eleven have been charged; none has been [convicted]."),
        ("negated", "Without [access] to a lawyer, they cannot appeal."),
        ("negated", "The government has never [published] the list."),
        ("negated", "Officials have so far failed to [identify] the bodies."),
        ("negated", "The ship was not allowed to [dock]."),
        ("negated", "The authorities prevented the group from [holding] the march."),
        ("negated", "Instead of [releasing] him, they moved him."),
        ("negated", "He narrowly avoided [arrest]."),
        ("possible", "Two others may have been [killed]."),
        ("possible", "Rumours suggest that four men were [shot]."),
        ("possible", "Was he [tortured]?"),
        ("possible", "It is unclear whether they were [deported]."),
        ("possible", "There are unconfirmed reports of [arrests]."),
        ("possible", "The bus may already have [crossed] the border."),
        ("possible", "It is not known whether they were [executed]."),
        ("possible", "Some could have been [taken] to the mines."),
        ("possible", "Were the villagers [warned]?"),
        ("possible", "Perhaps they were [sold]."),
        ("reported", "The network said 40 villagers had been [abducted] overnight."),
        ("reported", "Forty villagers were [abducted] overnight, the network said on Monday."),
        ("reported", "Soldiers reportedly [burned] the market."),
        ("reported", "It is alleged that guards [beat] two of them."),
        ("reported", "He is accused of [torturing] prisoners."),
        ("reported", "Witnesses described [beatings] and rape."),
        ("reported", "According to the report, 300 people were [displaced]."),
        ("reported", "The report documents how guards [beat] detainees."),
        ("reported", "Survivors told investigators that soldiers [raped] women."),
        ("reported", "She said her son had been [taken] at night and that he was beaten."),
        ("reported", "She said her son had been taken at night and that he was [beaten]."),
        ("reported", "Turkish police handed the men over, and they were then [flown] to Tashkent, relatives said."),
        ("reported", "The driver told a local station that soldiers had [stopped] the bus and ordered the women out."),
        ("reported", "“He was taken by men in uniform,” she recalled, adding that they [beat] him."),
        ("reported", "The commission found that police had [used] excessive force."),
        ("reported", "Prosecutors allege the officer [shot] the boy in the back."),
        ("reported", "The men are said to have been [flown] to Minsk."),
        ("reported", "In her testimony she described how they were [raped]."),
        ("reported", "UN experts received reports of [forced] disappearances."),
        ("reported", "A report by the centre says the army has [razed] nine villages."),
        ("reported", "Some 2,000 have been [expelled] since January, by the agency's count."),
        ("reported", "There are reports that two boats were [pushed] back."),
        ("reported", "The agency quoted a witness as saying that 20 people had [drowned]."),
        ("reported~", "Relatives believe that he was [killed] on the first day."),
        ("called_for", "Tell Oman to [halt] the returns."),
        ("called_for", "We insist that he be [charged] or freed."),
        ("called_for", "We would like the council to [grant] visas."),
        ("called_for", "The prison needs to be [closed]."),
        ("called_for", "No one should be [returned] to torture."),
        ("denied", "Oman denies there are [camps]."),
        ("denied", "The spokesman ruled out that anyone had been [killed]."),
        ("expected", "They dread being [sent] back."),
        ("asserted", "It was not until May that they were [released]."),
        ("asserted", "Nobody knows why she was [arrested]."),
        ("negated", "The envoy was refused [access] to the camp."),
    ],
)
def test_the_words_around_an_act_tell_its_stance(expected: str, marked: str) -> None:
    assert stance(marked) == expected


@pytest.mark.parametrize(
    ("expected", "text", "word"),
    [
        # other sentences do not colour an act
        ("asserted", "The ministry denied it. Two men were held.", "held"),
        ("asserted", "They said so. He was beaten.", "beaten"),
        ("negated", "He was held.\n\nNobody was charged.", "charged"),
    ],
)
def test_stance_is_read_sentence_by_sentence(expected: str, text: str, word: str) -> None:
    start = text.index(word)
    assert stance_of(text, (start, start + len(word))).stance == expected


def test_what_cannot_be_read_is_asserted() -> None:
    assert stance_of("", (0, 0)) == Stance(StanceKind.ASSERTED)
    assert stance_of("They left.", (40, 50)) == Stance(StanceKind.ASSERTED)
    assert stance_of("Sie gingen nicht.", (4, 10), language="de") == Stance(StanceKind.ASSERTED)


_WORDS = 'police said that arrested not if they will be deny the arrest of , . " ? no to stop who may'.split()


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=50), st.integers(0, 300), st.integers(1, 12))
def test_any_order_of_words_has_a_stance(parts: list[str], start: int, length: int) -> None:
    assert isinstance(stance_of(" ".join(parts), (start, start + length)), Stance)


@given(st.text(max_size=200), st.integers(-5, 210), st.integers(-5, 210))
def test_any_text_and_span_have_a_stance(text: str, start: int, end: int) -> None:
    assert isinstance(stance_of(text, (start, end)), Stance)


@pytest.mark.parametrize(
    ("text", "word", "stance"),
    [
        ("They feared that the men would be killed.", "killed", "expected"),
        ("A source expected that forty more would return on Tuesday.", "return", "expected"),
        ("They feared that the men would be killed if they were sent back.", "killed", "hypothetical"),
    ],
)
def test_what_was_feared_would_come_is_a_forecast(text: str, word: str, stance: str) -> None:
    at = text.index(word)
    assert stance_of(text, (at, at + len(word))).stance == stance
