"""The closed vocabularies of the record: every word that a field may hold.

Acts are not here. They are data (`extract/lexicon`), so an organisation can add its own.
"""

from enum import StrEnum


class StanceKind(StrEnum):
    """How the voice holds the act."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    POSSIBLE = "possible"
    EXPECTED = "expected"
    ANNOUNCED = "announced"
    CALLED_FOR = "called_for"
    DENIED = "denied"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"


class AskFate(StrEnum):
    """What became of an ask, as far as documents tell."""

    OPEN = "open"  # nothing is known
    MET = "met"  # what was asked for took place afterwards
    REFUSED = "refused"  # whom it was put to says no
    OVERTAKEN = "overtaken"  # what was to be prevented took place afterwards
    EXPIRED = "expired"  # its deadline has passed, and nothing tells what became of it


class CountKind(StrEnum):
    """What the words of a figure support."""

    EXACT = "exact"
    ABOUT = "about"
    RANGE = "range"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    VAGUE = "vague"
    SHARE = "share"


class Unit(StrEnum):
    """What a figure counts. Two buses are two vehicles, never two people."""

    PEOPLE = "people"
    FAMILIES = "families"
    VEHICLES = "vehicles"
    EVENTS = "events"
    OTHER = "other"


class Precision(StrEnum):
    """How finely a date is given; `open` has one bound only."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    OPEN = "open"


class Basis(StrEnum):
    """What a date was worked out from."""

    EXPLICIT = "explicit"
    DOCUMENT_DATE = "document_date"
    CONTEXT = "context"


class PlaceRole(StrEnum):
    """What a place is to the act."""

    AT = "at"
    FROM = "from"
    TO = "to"
    VIA = "via"


class PlaceKind(StrEnum):
    """What kind of name a place name is."""

    STATE = "state"
    REGION = "region"
    SETTLEMENT = "settlement"
    WATER = "water"
    CROSSING = "crossing"
    SITE = "site"
    DEMONYM = "demonym"
    OTHER = "other"


class VoiceRole(StrEnum):
    """The link of the chain by which words reached the reader."""

    PUBLISHER = "publisher"
    AUTHOR = "author"
    QUOTED = "quoted"
    CITED = "cited"
    UNNAMED = "unnamed"


class VoiceKind(StrEnum):
    """What a voice is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    UN_BODY = "un_body"
    MEDIA = "media"
    UNNAMED = "unnamed"


class AttributionKind(StrEnum):
    """How somebody's words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class EvidenceKind(StrEnum):
    """What the voice says that its claim rests on."""

    TESTIMONY = "testimony"
    DOCUMENT = "document"
    IMAGE = "image"
    OBSERVATION = "observation"
    OTHER_BODY = "other_body"
    OTHER = "other"


class RegionKind(StrEnum):
    """What a stretch of a document is, so that a by-line is not read as a claim."""

    MASTHEAD = "masthead"
    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADER = "header"
    BOILERPLATE = "boilerplate"
    QUOTED_MAIL = "quoted_mail"
    TABLE = "table"
    BODY = "body"


class Status(StrEnum):
    """How sure an incident is; the first that fits counts, in the order of `clarion.reconcile.status`."""

    WARNED = "warned"
    REPORTED = "reported"
    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    DENIED = "denied"
    CONFIRMED = "confirmed"
    REFUTED = "refuted"


class AnswerKind(StrEnum):
    """How those concerned answer a happening. Silence is listed so that nobody takes it for a denial."""

    OCCURRENCE = "occurrence"  # it did not happen, not so, or not by us
    CATEGORY = "category"  # there are no such people, so nothing can have been done to them
    JUSTIFICATION = "justification"  # what was done was lawful, or necessary, or the right of a state
    NO_COMMENT = "no_comment"  # asked, and neither confirms nor denies
    SILENCE = "silence"  # asked, and nothing has come


class AlarmKind(StrEnum):
    """What went wrong on the way of an account; each is shown and left to a person."""

    SCOPE_DRIFT = "scope_drift"  # figures of two scopes told as one
    BOUND_GREW = "bound_grew"  # "as many as" told on as "more than"
    SUM_OFF = "sum_off"  # parts that do not give their whole
    UNIT_CHANGED = "unit_changed"  # families told on as people
    ACTOR_SWAPPED = "actor_swapped"  # another doer in a relay
    DATE_IMPOSSIBLE = "date_impossible"  # told before it happened, a wrong day of the week, an old text with a new date


class FigureRule(StrEnum):
    """What stands behind the figure of an incident, or why it has no best one."""

    AGREED = "agreed"  # every document gives the same figure
    PREFERRED = "preferred"  # a person chose it
    CORRECTED = "corrected"  # the one source corrected its own figure
    BOUNDS_ONLY = "bounds_only"  # no best: the words give bounds and no figure
    DIFFERENT = "different"  # no best: figures differ, though all can be true
    RIVALS = "rivals"  # no best: figures of different origins cannot all be true
    ALARMED = "alarmed"  # no best: an alarm stands on the figure
    NONE = "none"  # no figure is given


class ForecastOutcome(StrEnum):
    """What became of a forecast by the last day that the documents know of."""

    BORNE_OUT = "borne_out"
    NOT_BORNE_OUT = "not_borne_out"
    OPEN = "open"


class CorrectionKind(StrEnum):
    """What a source says of its own earlier account."""

    CORRECTS = "corrects"
    RETRACTS = "retracts"


class Facet(StrEnum):
    """A part of an incident whose origins are counted on their own."""

    HAPPENED = "happened"
    WHEN = "when"
    WHERE = "where"
    COUNT = "count"
    AFFECTED = "affected"
    ACTOR = "actor"
    COERCION = "coercion"


class Bound(StrEnum):
    """Whether a norm binds a state on a day."""

    YES = "yes"
    NO = "no"
    SIGNED_ONLY = "signed_only"
    UNKNOWN = "unknown"


class ElementState(StrEnum):
    """How an element of a norm stands on the claims at hand."""

    MET = "met"
    CONTESTED = "contested"
    MISSING = "missing"
    UNKNOWN = "unknown"


class FindingVerdict(StrEnum):
    """What the machine may say of an incident under a norm; never that it was violated."""

    NOT_BOUND = "not_bound"
    WOULD_ENGAGE = "would_engage"
    ELEMENTS_MISSING = "elements_missing"
    CANNOT_SAY = "cannot_say"


class JudgementVerdict(StrEnum):
    """A person's word."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    UNSURE = "unsure"
    SAME = "same"
    NOT_SAME = "not_same"
    PREFER = "prefer"
    RELEASE = "release"
    WITHDRAW = "withdraw"
    CONFIRMED = "confirmed"
    REFUTED = "refuted"
    GRADE = "grade"


class SourceGrade(StrEnum):
    """How reliable a source is, by a person's word: the letter of the Admiralty system, rated apart from the figure."""

    RELIABLE = "A"
    USUALLY = "B"
    FAIRLY = "C"
    NOT_USUALLY = "D"
    UNRELIABLE = "E"
    CANNOT_BE_JUDGED = "F"


class InformationGrade(StrEnum):
    """How likely it is that a piece of information is true, by a person's word: the figure of the Admiralty system."""

    CONFIRMED = "1"
    PROBABLY = "2"
    POSSIBLY = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"


class View(StrEnum):
    """Who a publication is for."""

    SEALED = "sealed"
    PARTNER = "partner"
    PUBLIC = "public"


class DetailKind(StrEnum):
    """How words may lead to a person at risk."""

    PERSON = "person"  # a private person's name
    CONTACT = "contact"  # telephone, e-mail, handle, messenger, postal address, personal page
    NUMBER = "number"  # identity papers, passport, case file, licence plate, bank account
    ROUTE = "route"  # an exact route, crossing point, path, boat, or train at a time
    SHELTER = "shelter"  # where people hide, or are housed or held by those who help them
    BROKER = "broker"  # who guides or smuggles, as far as the words identify
    SMALL_COUNT = "small_count"  # few people at a precise place on a precise day
    QUOTATION = "quotation"  # words that identify: family, workplace, injury, "the only one who"
    METADATA = "metadata"  # authors, properties and names of embedded files
