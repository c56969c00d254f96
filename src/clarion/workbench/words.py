"""The words of the record as people read them, ready for translation. No raw identifier reaches a page."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Words = dict[str, Any]  # values are lazy translations

STATUS: Words = {
    "confirmed": _("Confirmed"),
    "disputed": _("Disputed"),
    "corroborated": _("Corroborated"),
    "reported": pgettext_lazy("status", "Reported"),
    "warned": _("Warned of"),
    "denied": pgettext_lazy("status", "Denied"),
    "refuted": _("Refuted"),
}
STANCE: Words = {
    "asserted": _("asserted"),
    "reported": _("reported on another’s word"),
    "possible": _("called possible"),
    "expected": _("feared or expected"),
    "announced": _("announced"),
    "called_for": _("called for"),
    "denied": _("denied"),
    "negated": _("said not to be so"),
    "hypothetical": _("said of a condition"),
}
JUDGED: Words = {
    "accept": _("accepted"),
    "correct": _("corrected"),
    "reject": _("rejected"),
    "unsure": _("unsure"),
    "same": _("judged to be the same"),
    "not_same": _("judged not to be the same"),
    "prefer": _("preferred"),
    "release": _("released"),
    "withdraw": _("withdrawn"),
    "confirmed": _("confirmed"),
    "refuted": _("refuted"),
    "grade": _("graded"),
    "": _("not judged"),
}
GRADE: Words = {
    "A": _("completely reliable"),
    "B": _("usually reliable"),
    "C": _("fairly reliable"),
    "D": _("not usually reliable"),
    "E": _("unreliable"),
    "F": _("reliability cannot be judged"),
    "1": _("confirmed by other sources"),
    "2": _("probably true"),
    "3": _("possibly true"),
    "4": _("doubtful"),
    "5": _("improbable"),
    "6": _("truth cannot be judged"),
}
VERDICT: Words = {
    "not_bound": _("Not bound"),
    "would_engage": _("Would engage, if established"),
    "elements_missing": _("Elements missing"),
    "cannot_say": _("Cannot say"),
}
BOUND: Words = {
    "yes": _("bound"),
    "no": _("not bound"),
    "signed_only": _("signed, not ratified"),
    "unknown": _("unknown whether bound"),
}
ELEMENT: Words = {
    "met": _("claims speak for it"),
    "contested": _("claims speak for and against it"),
    "missing": _("no claim speaks for it"),
    "unknown": _("unknown"),
}
FACET: Words = {
    "happened": _("that it happened"),
    "when": _("when"),
    "where": _("where"),
    "count": _("how many"),
    "affected": _("who was affected"),
    "actor": _("who did it"),
    "coercion": _("that it was against their will"),
}
VOICE_KIND: Words = {
    "person": _("person"),
    "organisation": _("organisation"),
    "state": _("state"),
    "un_body": _("United Nations body or mandate"),
    "media": _("media"),
    "unnamed": _("unnamed"),
}
VOICE_ROLE: Words = {
    "publisher": _("publisher"),
    "author": _("author"),
    "quoted": _("quoted"),
    "cited": _("cited"),
    "unnamed": _("unnamed"),
}
PLACE_ROLE: Words = {"at": _("at"), "from": _("from"), "to": _("to"), "via": _("via")}
ALARM: Words = {
    "scope_drift": _("figures of two scopes told as one"),
    "bound_grew": _("a bound grew in the telling"),
    "sum_off": _("parts that do not give their whole"),
    "unit_changed": _("the unit changed in the telling"),
    "actor_swapped": _("another doer in a relay"),
    "date_impossible": _("an impossible date"),
}
ANSWER: Words = {
    "occurrence": _("says that it did not happen so"),
    "category": _("says that there are no such people"),
    "justification": _("says that it was lawful or necessary"),
    "no_comment": _("neither confirms nor denies"),
    "silence": _("was asked and has not answered"),
}
FIGURE_RULE: Words = {
    "agreed": _("every document gives the same figure"),
    "preferred": _("a person chose it"),
    "corrected": _("the one source corrected its own figure"),
    "bounds_only": _("no single figure: the words give bounds only"),
    "different": _("no single figure: figures differ, though all can be true"),
    "rivals": _("no single figure: figures of different origins cannot all be true"),
    "alarmed": _("no single figure: an alarm stands on it"),
    "none": _("no figure is given"),
}
FORECAST: Words = {
    "borne_out": _("borne out"),
    "not_borne_out": _("not borne out"),
    "open": pgettext_lazy("forecast", "still open"),
}
UNIT: Words = {
    "people": _("people"),
    "families": _("families"),
    "vehicles": _("vehicles"),
    "events": _("events"),
    "other": "",
}
# a vague figure with what it counts, as one phrase: languages put the two together differently
VAGUE: Words = {
    "several": _("several {things}"),
    "dozens": _("some dozens of {things}"),
    "hundreds": _("some hundreds of {things}"),
    "thousands": _("some thousands of {things}"),
    "tens_of_thousands": _("some tens of thousands of {things}"),
    "hundreds_of_thousands": _("some hundreds of thousands of {things}"),
    "millions": _("some millions of {things}"),
    "billions": _("some billions of {things}"),
}
COUNT_KIND: Words = {
    "exact": _("exactly"),
    "about": pgettext_lazy("figure", "about"),
    "range": _("from … to"),
    "at_least": _("at least"),
    "at_most": _("at most"),
    "vague": _("a vague word"),
    "share": _("a share"),
}
HANDLING: Words = {
    "sealed": _("sealed: only people named for it"),
    "partner": _("partner: may leave to partners"),
    "public": pgettext_lazy("handling", "public: may leave to everybody"),
    "": _("no handling given: stays inside"),
}
DETAIL: Words = {
    "person": _("name of a private person"),
    "contact": _("contact"),
    "number": _("number of a paper or an account"),
    "route": _("route"),
    "shelter": _("shelter"),
    "broker": _("person who helps others across"),
    "small_count": _("few people at a precise place and day"),
    "quotation": _("words that identify"),
    "metadata": _("what the file says of itself"),
}
VIEW: Words = {"sealed": _("sealed"), "partner": _("partner"), "public": _("public")}
ROLE: Words = {
    "reader": _("reader"),
    "analyst": _("analyst"),
    "editor": _("editor"),
    "owner": _("owner"),
}
REGION: Words = {
    "masthead": _("masthead"),
    "headline": _("headline"),
    "byline": _("by-line"),
    "dateline": _("dateline"),
    "header": _("header"),
    "boilerplate": _("boilerplate"),
    "quoted_mail": _("quoted mail"),
    "table": _("table"),
    "body": _("body"),
}
ACT: Words = {
    "forced_return": _("forced return"),
    "detention": _("detention"),
    "abduction": _("abduction"),
    "disappearance": _("disappearance"),
    "torture": _("torture"),
    "execution": _("execution"),
    "killing": _("killing"),
    "injury": _("injury"),
    "sexual_violence": _("sexual violence"),
    "trafficking": _("trafficking"),
    "forced_labour": _("forced labour"),
    "displacement": _("displacement"),
    "attack": _("attack"),
    "sentencing": _("charge, trial or sentence"),
    "harassment": _("harassment"),
    "censorship": _("censorship"),
    "deprivation": _("deprivation"),
    "destruction": _("destruction"),
    "flight": _("flight"),
    "arrival": _("arrival"),
    "rescue": _("rescue"),
    "release": pgettext_lazy("act", "release"),
    "border_closure": _("border closure"),
    "border_opening": _("border opening"),
    "condemnation": _("condemnation"),
    "appeal": _("appeal"),
    "demonstration": _("demonstration"),
    "commemoration": _("commemoration"),
    "volunteering": _("volunteering"),
    "boycott": _("boycott"),
    "prayer": _("prayer"),
    "sanction": _("sanction"),
    "investigation": _("investigation"),
    "lawmaking": _("lawmaking"),
    "agreement": _("agreement"),
    "consultation": _("talks"),
    "aid": _("help"),
    "prosecution": _("prosecution"),
    "halt": _("stopping or refraining"),
    "breach": _("a norm invoked or said to be broken"),
}
STAGE: Words = {
    "begun": pgettext_lazy("intervention", "begun"),
    "drafted": pgettext_lazy("intervention", "drafted"),
    "approved": pgettext_lazy("intervention", "approved"),
    "sending": _("about to be sent"),
    "not_sent": _("not sent"),
    "sent": pgettext_lazy("intervention", "sent"),
    "delivered": pgettext_lazy("intervention", "delivered"),
    "bounced": _("came back"),
    "acknowledged": _("received, no answer yet"),
    "extended": _("more time asked for"),
    "overdue": _("overdue"),
    "answered": pgettext_lazy("intervention", "answered"),
    "escalated": _("put to a next body"),
    "closed": pgettext_lazy("intervention", "closed"),
    "cancelled": pgettext_lazy("intervention", "cancelled"),
}
DUE: Words = {
    "write": _("write the letter"),
    "approve": _("read the letter and approve it"),
    "send": _("send it"),
    "look_whether_sent": _("find out whether it went, and note it"),
    "find_address": _("find an address that works and send it again"),
    "wait": _("wait for an answer"),
    "set_deadline": _("set a day by which an answer is due"),
    "remind": _("remind the addressee"),
    "escalate": _("put it to a next body"),
    "say_outcome": _("read the answer and say what came of it"),
    "give_more": _("give what the addressee asks for"),
    "hold_to_pledge": _("see whether the pledge is kept"),
    "nothing": pgettext_lazy("due", "nothing"),
}
STEP: Words = {
    "drafted": _("a newer text was written"),
    "approved": _("approved as it stands"),
    "sending": _("about to be handed to the mail server"),
    "sent": pgettext_lazy("step", "sent"),
    "not_sent": _("did not go"),
    "delivered": pgettext_lazy("step", "delivered"),
    "bounced": pgettext_lazy("step", "came back"),
    "acknowledged": _("the addressee says that it came"),
    "answered": pgettext_lazy("step", "answered"),
    "deadline": _("a day was set by which an answer is due"),
    "extended": _("the addressee asked for more time"),
    "reminded": _("the addressee was reminded"),
    "escalated": pgettext_lazy("step", "put to a next body"),
    "outcome": _("what came of it"),
    "cancelled": pgettext_lazy("step", "cancelled"),
}
RESPONSE: Words = {
    "favourable": _("it does what was asked"),
    "pledge": _("it promises it"),
    "counter_move": _("it does something against it"),
    "asks_for_more": _("it asks for more first"),
    "token": _("kind words, and nothing done"),
    "none": _("nothing came of it"),
}
FATE: Words = {
    "open": _("nothing is told of what became of it"),
    "met": _("met"),
    "refused": _("refused"),
    "overtaken": _("overtaken by events"),
    "expired": _("its deadline has passed, and nothing tells what became of it"),
}
HELD: Words = {
    "agreed": _("agreed to this"),
    "pledged": _("promised this"),
    "awaited": _("was written to about this, and may still answer"),
}
INTERVENTION: Words = {
    "letter": pgettext_lazy("intervention", "letter"),
    "appeal": _("open appeal"),
    "submission": _("submission"),
    "meeting": _("meeting"),
    "call": pgettext_lazy("intervention", "call"),
}
LACK: Words = {
    "no_addressee": _("nobody is named to whom it is put"),
    "no_day": _("no day is given"),
    "no_place": _("no place is given"),
    "zone": _("the time zone as written contradicts the date; ask for the hour that is meant"),
    "no_zone": _("no time zone is known; ask for it before the hour is passed on"),
    "conflict": _("somebody asks the same addressee for the opposite"),
    "expired": _("its deadline has passed, and nothing tells what became of it"),
    "no_date": _("the document has no date, so what it tells cannot be put in order"),
    "unreadable": _("it was not read, or not wholly"),
    "gap": _("the letter lacks something"),
}
MATCH: Words = {
    "reply": _("it answers that very mail"),
    "bounce": _("a mail server names that very mail"),
    "bounce_address": _("a mail server names its address"),
    "address_and_subject": _("same address and same subject"),
    "domain_and_subject": _("same office and same subject"),
    "address": _("same address"),
}


def word(words: Words, key: object) -> Any:
    """A key of a vocabulary in words; one that an organisation added is shown as it wrote it."""
    return words.get(str(key), str(key).replace("_", " "))
