"""Letters: honest words, the law that binds, a request no stronger than the ask, and what is lacking."""

import string
import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest

from clarion.model import Action, Bound, Count, CountKind, Place, PlaceRole, Precision, Status, Unit, When
from clarion.model.errors import BadRequest
from clarion.model.interventions import Addressee, AddresseeKind, Holder
from clarion.model.vocabulary import AskFate
from clarion.respond.letters import LANGUAGES, TEMPLATES, draft, fitting, template_of
from clarion.respond.letters.filling import filled
from clarion.respond.letters.saying import count_words, day_words, place_words, quotation, when_words
from clarion.respond.letters.wording import wording
from lettering import ASK, BOUND, CLAIMS, INCIDENT, MINISTER, ORDER, RECORD, TEXT, order, span, with_incident

FIVE = tuple(replace(ASK, id=f"ask_{number}") for number in range(5))
EN, KO, ZH = (wording(one) for one in LANGUAGES)


def kinds(letter_order: object) -> set[str]:
    return {gap.kind for gap in draft(letter_order).gaps}  # type: ignore[arg-type]


def test_a_letter_says_what_is_told_how_surely_and_by_whom() -> None:
    text = draft(ORDER).text
    assert "**Forced return, 3 May 2031**" in text
    assert "- Where: from Boten (Laos) to China" in text
    assert "- Who: people from the Democratic People’s Republic of Korea" in text
    assert "may not all mean the same people: 90 to 100 people[^1]; about 600 people[^2]" in text
    assert "- State of the evidence: reported by two independent origins, and disputed[^1][^2]" in text
    assert "[^1]: Meridian Wire, “Sent back at night”, 4 May 2031 [clm_a]" in text


def test_the_denial_of_the_addressee_is_quoted_as_its_own() -> None:
    said = "- Denied by your Government, as reported: “The ministry of Laos said that nobody was sent back.”"
    assert said in draft(ORDER).text
    other = replace(MINISTER, state="state:CN")
    assert "- Denied by the ministry of Laos: “The ministry of Laos said" in draft(order(addressee=other)).text


def test_a_denial_that_is_no_answer_is_told_all_the_same() -> None:
    assert "said that nobody was sent back.”" in draft(order(record=with_incident(answers=()))).text


def test_only_norms_that_bind_the_addressees_state_are_told_with_since_when_and_by_which_source() -> None:
    text = draft(ORDER).text
    assert "Convention against Torture, article 3: binding on Laos since 26 October 2012. If what is reported" in text
    assert "as known on 21 November 2026; to be checked with the depositary" in text
    assert "Refugees" not in text
    unbound = replace(RECORD, findings=(replace(BOUND, bound=Bound.SIGNED_ONLY),))
    assert "## The law" not in draft(order(record=unbound)).text


@pytest.mark.parametrize(
    "norm", ["vclt-1969/18", "arsiwa-2001/16", "udhr-1948/14", "jus-cogens/non-refoulement", "rome-1998/7"]
)
def test_what_is_argued_soft_or_binds_persons_is_not_told_as_binding(norm: str) -> None:
    assert "## The law" not in draft(order(record=replace(RECORD, findings=(replace(BOUND, norm=norm),)))).text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_no_letter_says_that_a_norm_was_broken_or_leaves_a_name_in_braces(template: str, language: str) -> None:
    letter = draft(order(template=template, language=language, until="2031-07-01", number="3/2031"))
    whole = letter.subject + letter.text
    assert not set("{}") & set(whole)
    for word in ("violat", "breach", "위반하", "违反了"):
        assert word not in whole.lower()
    assert "  " not in whole
    assert whole.count("[^1]:") == 1
    assert letter.claims


def test_the_request_is_the_words_of_the_ask() -> None:
    text = draft(ORDER).text
    assert "- Arrival or admission: “The Government of Laos should let them stay” (Meridian Wire)[^" in text
    assert "must" not in text
    assert "demand" not in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("should let them stay", "“… should let them stay”"),
        ("should let", "“… should let them stay.”"),  # two words alone say too little
        ("The Government of Laos should let them", "“The Government of Laos should let them …”"),
    ],
)
def test_of_a_demand_only_its_own_words_are_quoted(words: str, said: str) -> None:
    claims = tuple(replace(one, quote=words, span=span(TEXT, words)) if one.id == "clm_ask" else one for one in CLAIMS)
    short = replace(RECORD, claims=claims, asks=(replace(ASK, text=words),))
    assert f"- Arrival or admission: {said} (Meridian Wire)" in draft(order(record=short)).text


def test_an_ask_of_somebody_else_is_passed_on_and_listed() -> None:
    elsewhere = replace(RECORD, asks=(replace(ASK, addressee="The Invented Council"),))
    letter = draft(order(record=elsewhere))
    assert "(Meridian Wire, addressed to the Invented Council)" in letter.text
    assert "please bring to their attention" in letter.text
    assert "other_addressee" in {gap.kind for gap in letter.gaps}
    assert "addressed to" not in draft(ORDER).text
    parliament = replace(MINISTER, kind=AddresseeKind.PARLIAMENT)
    assert "so that you can take it into account" in draft(order(record=elsewhere, addressee=parliament)).text


def test_what_is_asked_of_another_government_is_not_put_to_this_one() -> None:
    elsewhere = replace(RECORD, asks=(replace(ASK, addressee="The Government of China"),))
    letter = draft(order(record=elsewhere))
    assert "should let them stay" not in letter.text
    assert "what is known to you about the reports above" in letter.text
    assert {"ask_of_another_state", "no_ask"} <= {gap.kind for gap in letter.gaps}
    parliament = replace(MINISTER, kind=AddresseeKind.PARLIAMENT)
    assert "addressed to the Government of China" in draft(order(record=elsewhere, addressee=parliament)).text


def test_an_ask_brings_along_what_the_addressees_own_state_is_said_to_have_done() -> None:
    other = replace(INCIDENT, id="inc_9", act="killing", answers=(), denials=())
    assert "Killing" not in draft(order(record=replace(RECORD, incidents=(INCIDENT, other)))).text
    assert "Killing" in draft(order(record=replace(RECORD, incidents=(INCIDENT, other)), about=("inc_9",))).text


def test_an_ask_of_readers_is_not_put_to_an_authority() -> None:
    reader = replace(RECORD, asks=(replace(ASK, addressee=None, act="boycott", text="to boycott goods"),))
    letter = draft(order(record=reader))
    assert "boycott" not in letter.text
    assert "what is known to you about the reports above" in letter.text
    assert {"ask_of_reader", "no_ask"} <= {gap.kind for gap in letter.gaps}


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"addressee": None}, "no_addressee"),
        ({"addressee": replace(MINISTER, contacts=())}, "no_address"),
        ({"addressee": replace(MINISTER, holders=())}, "holder_unknown"),
        ({"addressee": replace(MINISTER, holders=(Holder("Invented", "2020-01-01", "2021-01-01"),))}, "holder_unknown"),
        ({"addressee": replace(MINISTER, checked_on=None)}, "not_checked"),
        ({"addressee": replace(MINISTER, checked_on="2030-12-02")}, "not_checked"),
        ({"addressee": replace(MINISTER, salutations={"ko": "장관님께"})}, "no_salutation"),
        ({"addressee": replace(MINISTER, state=None)}, "state_unknown"),
        ({"sender": ()}, "no_sender"),
        ({"reply": None}, "no_reply_contact"),
        ({"template": "appeal"}, "no_deadline"),
        ({"record": replace(RECORD, asks=FIVE), "about": tuple(one.id for one in FIVE)}, "many_asks"),
        ({"about": ("inc_1",)}, "no_ask"),
        ({"record": with_incident(when=None)}, "no_date"),
        ({"record": with_incident(origins=1)}, "nothing_corroborated"),
        ({"record": with_incident(status=Status.DENIED), "about": ("inc_1",)}, "denied_only"),
        ({"record": replace(RECORD, incidents=())}, "no_incident"),
        ({"record": replace(RECORD, asks=(replace(ASK, addressee=None),))}, "ask_without_addressee"),
        ({"record": replace(RECORD, asks=(replace(ASK, fate=AskFate.REFUSED),))}, "ask_answered"),
        ({"record": replace(RECORD, asks=(replace(ASK, conflicts=("ask_2",)),))}, "ask_contradicted"),
        (
            {"record": replace(RECORD, documents=(replace(RECORD.documents[0], published=None), RECORD.documents[1]))},
            "no_date",
        ),
    ],
)
def test_what_is_lacking_is_listed(changes: dict[str, object], kind: str) -> None:
    assert kind not in kinds(ORDER)
    assert kind in kinds(order(**changes))


def test_a_whole_letter_lacks_nothing() -> None:
    assert draft(ORDER).gaps == ()
    old = replace(MINISTER, checked_on="2030-12-03")
    assert draft(order(addressee=old)).gaps == ()  # 180 days


def test_a_zone_that_contradicts_itself_is_a_gap_and_a_question_in_the_letter() -> None:
    action = Action(
        "act_1",
        "demonstration",
        "A vigil on 5 September 2031 at 1 pm EST",
        "2031-09-05T13:00",
        None,
        "America/New_York",
        True,
        claims=("clm_a",),
    )
    letter = draft(order(record=replace(RECORD, actions=(action,)), about=("ask_1", "act_1")))
    assert "zone_contradiction" in {gap.kind for gap in letter.gaps}
    assert "contradicts itself on the time zone" in letter.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotations_stay_in_their_language_and_are_marked(language: str) -> None:
    text = draft(order(language=language)).text
    assert "“The ministry of Laos said that nobody was sent back.”" in text
    marked = {"en": "(in English)", "ko": "(영어 원문)", "zh": "（英文原文）"}[language]
    assert (marked in text) is (language != "en")


def test_forms_of_address_are_those_of_the_language() -> None:
    assert draft(ORDER).to[:2] == ("H.E. Ms Invented Holder", "Minister of Foreign Affairs")
    assert draft(order(language="ko")).to[-1] == "H.E. Ms Invented Holder 귀하"
    assert draft(order(language="zh")).to[-1] == "H.E. Ms Invented Holder阁下"
    body = Addressee("adr", "외교부", AddresseeKind.BODY, state="state:KR")
    assert draft(order(language="ko", addressee=body)).to == ("외교부 귀중",)
    embassy = Addressee("adr", "Embassy of Laos", AddresseeKind.MISSION, state="state:LA")
    consulate = Addressee("adr", "Consulate General of Laos", AddresseeKind.MISSION, state="state:LA")
    for language, said, of_consul in (
        ("en", "Your Excellency,", "Dear Consul General,"),
        ("ko", "대사님께", "총영사님께"),
        ("zh", "尊敬的大使阁下：", "尊敬的总领事阁下："),
    ):
        assert draft(order(language=language, addressee=embassy)).text.startswith(said)
        assert draft(order(language=language, addressee=consulate)).text.startswith(of_consul)
    assert draft(order(addressee=embassy)).to[0] == "The Ambassador"


def test_the_same_order_gives_the_same_letter_and_the_text_carries_its_notes_once() -> None:
    assert draft(ORDER) == draft(ORDER)
    lines = [line for line in draft(ORDER).text.splitlines() if line.startswith("[^")]
    assert len(lines) == len(set(lines))
    assert [line.split(":")[0] for line in lines] == [f"[^{number}]" for number in range(1, len(lines) + 1)]


def test_a_letter_about_nothing_is_refused() -> None:
    for about in ((), ("ask_other",)):
        with pytest.raises(BadRequest, match="cannot be made"):
            draft(order(about=about))
    with pytest.raises(BadRequest, match="letters are written in en, ko, zh"):
        draft(order(language="fr"))
    with pytest.raises(BadRequest, match="is no template"):
        draft(order(template="threat"))


def test_marks_in_the_words_of_a_source_stay_words() -> None:
    evil = replace(
        RECORD,
        documents=(replace(RECORD.documents[0], title="**Bold** [^9] # title\n\n[^1]: forged"), RECORD.documents[1]),
    )
    text = draft(order(record=evil)).text
    assert r"“\*\*Bold\*\* \[^9] # title \[^1]: forged”" in text
    assert text.count("\n[^1]:") == 1


def test_the_words_of_all_languages_have_the_same_keys_and_names() -> None:
    tables = [
        tomllib.loads((files("clarion.respond.letters") / "words" / f"{one}.toml").read_text("utf-8"))
        for one in LANGUAGES
    ]
    assert all(table.keys() == tables[0].keys() for table in tables)
    for section, words in tables[0].items():
        for table in tables[1:]:
            assert table[section].keys() == words.keys(), section
            for key, said in words.items():
                assert type(table[section][key]) is type(said)
                if isinstance(said, str):
                    names = [
                        {name for _, name, _, _ in string.Formatter().parse(one) if name}
                        for one in (said, table[section][key])
                    ]
                    if section not in ("days", "salutation"):
                        assert names[0] == names[1], (section, key)


def test_every_act_of_the_record_has_words() -> None:
    from clarion.extract.lexicon import parsed

    acts = set(parsed().acts)
    assert "forced_return" in acts
    assert acts <= set(EN.table["acts"])


@pytest.mark.parametrize("template", TEMPLATES)
def test_templates_of_all_languages_use_the_same_names(template: str) -> None:
    def names(language: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(template_of(template, language)) if name}

    assert names("en") - {"sender"} == names("ko") - {"issuer_name", "issuer_place"} == names("zh") - {"sender"}


def test_a_template_leaves_out_what_has_nothing_to_say() -> None:
    values = {"a": lambda: "A", "none": lambda: ""}
    text = "% a remark\nSubject: On {a}\n\n{a}\n\n## Empty\n\n{none}\n\n## Held\n\n- {a}\n- {none}\n\nEnd {none}"
    assert filled(text, values) == ("On A", "A\n\n## Held\n\n- A")


@pytest.mark.parametrize(("text", "said"), [("no subject", "Subject: "), ("Subject: x\n\n{secret}", "secret")])
def test_a_template_that_is_none_is_refused_with_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(BadRequest, match=said):
        filled(text, {"a": str})


def test_a_persons_own_template_is_used() -> None:
    letter = draft(order(wording="Subject: Our own\n\n{salutation}\n\n{request}\n"))
    assert letter.subject == "Our own"
    assert letter.text.startswith("Your Excellency,\n\nThe following request")
    assert "## The law" not in letter.text


@pytest.mark.parametrize(
    ("count", "en", "ko", "zh"),
    [
        (Count(93, 93, 93, Unit.PEOPLE), "93 people", "93명", "93人"),
        (Count(1, 1, 1, Unit.PEOPLE), "1 person", "1명", "1人"),
        (Count(None, None, 90, Unit.PEOPLE, CountKind.ABOUT), "about 90 people", "약 90명", "约90人"),
        (Count(90, 100, None, Unit.PEOPLE, CountKind.RANGE), "90 to 100 people", "90~100명", "90至100人"),
        (Count(500, None, None, Unit.PEOPLE, CountKind.AT_LEAST), "at least 500 people", "최소 500명", "至少500人"),
        (Count(501, None, None, Unit.PEOPLE, CountKind.AT_LEAST), "more than 500 people", "500명 초과", "超过500人"),
        (
            Count(None, 2000, None, Unit.PEOPLE, CountKind.AT_MOST),
            "up to 2,000 people",
            "최대 2,000명",
            "最多2,000人",
        ),
        (
            Count(None, 1999, None, Unit.PEOPLE, CountKind.AT_MOST),
            "fewer than 2,000 people",
            "2,000명 미만",
            "不足2,000人",
        ),
        (Count(200, None, None, Unit.PEOPLE, CountKind.VAGUE), "hundreds of people", "수백 명", "数百人"),
        (Count(4, 4, 4, Unit.FAMILIES), "4 families", "4가구", "4户"),
        (Count(None, None, 0.5, Unit.PEOPLE, CountKind.SHARE, "them"), "", "", ""),
    ],
)
def test_figures_say_no_more_than_they_hold(count: Count, en: str, ko: str, zh: str) -> None:
    assert tuple(count_words(one, count) for one in (EN, KO, ZH)) == (en, ko, zh)


@pytest.mark.parametrize(
    ("when", "en", "ko", "zh"),
    [
        (When("2031-05-03", "2031-05-04", Precision.DAY), "3 May 2031", "2031년 5월 3일", "2031年5月3日"),
        (When("2031-05-01", "2031-06-01", Precision.MONTH), "May 2031", "2031년 5월", "2031年5月"),
        (When("2031-01-01", "2032-01-01", Precision.YEAR), "2031", "2031년", "2031年"),
        (
            When("2031-05-03", "2031-06-04"),
            "3 May 2031 to 3 June 2031",
            "2031년 5월 3일 ~ 2031년 6월 3일",
            "2031年5月3日至2031年6月3日",
        ),
        (When("2031-05-03", None, Precision.OPEN), "since 3 May 2031", "2031년 5월 3일 이후", "2031年5月3日以来"),
        (When(None, "2031-05-04", Precision.OPEN), "by 3 May 2031", "2031년 5월 3일까지", "2031年5月3日之前"),
        (None, "", "", ""),
    ],
)
def test_days_are_no_finer_than_they_are_known(when: When | None, en: str, ko: str, zh: str) -> None:
    assert tuple(when_words(one, when) for one in (EN, KO, ZH)) == (en, ko, zh)


def test_states_are_named_as_letters_write_them() -> None:
    assert EN.state("state:US") == "the United States"
    assert EN.state("state:US", bare=True) == "United States"
    assert EN.state("CN") == "China"
    assert EN.state("KP") == "the Democratic People’s Republic of Korea"
    from_there = draft(order(language="ko")).text
    assert "북한 출신" in from_there
    assert (
        "조선민주주의인민공화국 출신" in draft(order(language="ko", addressee=replace(MINISTER, state="state:KP"))).text
    )


def test_a_heading_names_a_few_acts_and_says_that_there_are_more() -> None:
    acts = ("torture", "killing", "detention", "injury", "attack")
    many = tuple(replace(INCIDENT, id=f"inc_{act}", act=act, when=None) for act in acts)
    letter = draft(order(record=replace(RECORD, incidents=many), about=tuple(one.id for one in many)))
    assert letter.subject == "Reports of armed attack, detention, injury and other matters: a request"
    assert "**5. Torture**" in letter.text


def test_an_ask_to_keep_a_norm_accuses_nobody() -> None:
    kept = replace(RECORD, asks=(replace(ASK, act="breach"),))
    assert "- Keeping a norm: “The Government of Laos should let them stay”" in draft(order(record=kept)).text


def test_several_incidents_are_numbered_and_named_by_their_numbers() -> None:
    second = replace(INCIDENT, id="inc_2", when=When("2031-05-09", "2031-05-10", Precision.DAY))
    findings = (BOUND, replace(BOUND, id="fnd_9", incident="inc_2"))
    both = replace(RECORD, incidents=(second, INCIDENT), findings=findings)
    text = draft(order(record=both)).text
    assert "reports of forced return (3 May 2031; 9 May 2031), each reported by two independent origins" in text
    assert "**1. Forced return, 3 May 2031**" in text
    assert "**2. Forced return, 9 May 2031**" in text
    assert "If the reports under 1 and 2 were established, it would apply to them." in text


def test_places_are_told_by_their_role_and_not_twice() -> None:
    places = (
        Place("China", PlaceRole.FROM, "state:CN", "CN"),
        Place("Dandong", PlaceRole.FROM, "geonames:2037886", "CN"),
    )
    assert place_words(EN, places) == "from Dandong (China)"
    assert place_words(KO, places) == "출발지 Dandong(중국)"
    assert place_words(ZH, places) == "自Dandong（中国）"
    assert day_words(EN, "2031-05-03T13:00") == "3 May 2031, 13:00"


def test_quotation_marks_inside_a_quotation_are_single() -> None:
    assert quotation(EN, 'He said "no" and “never”,', "en") == "“He said ‘no’ and ‘never’”"
    assert quotation(EN, "말했다", "ko") == "“말했다” (in Korean)"
    assert quotation(EN, "word " * 100, "en").endswith(" …”")


def test_what_the_safety_check_left_is_all_that_a_letter_draws_on() -> None:
    bare = replace(RECORD, documents=(), claims=(), findings=())
    letter = draft(order(record=bare, about=("inc_1",)))
    assert letter.claims == ()
    assert INCIDENT.title not in letter.text
    assert CLAIMS[0].quote not in letter.text


def test_a_letter_is_of_the_kind_that_fits_its_addressee() -> None:
    kinds = {AddresseeKind.MISSION: "embassy", AddresseeKind.PARLIAMENT: "parliament", AddresseeKind.COMPANY: "company"}
    found = {kind: fitting(Addressee("adr_x", "X", kind)) for kind in AddresseeKind}
    assert found == dict.fromkeys(AddresseeKind, "authority") | kinds
    assert fitting(None) == "authority"
