"""What governing words do to the act that hangs on them: the cue tables of stance, as data.

Each table lists lemmas. Verbs may carry a preposition ("call for"); the form without one is looked up second.
The classes:

| class | a claim under it | example |
|---|---|---|
| passes | happens as its governor happens | managed to leave; carried out arrests |
| presupposed | happened, whatever becomes of the governor | condemns the arrests; stop returning them |
| reported | happened, on the word of the governor's subject | said they were held |
| believed | the same, tentative | are believed to be held |
| possible | may have happened | rumours of arrests |
| feared | is to come, or may have happened | feared, at risk of, faces |
| announced | is planned by those who do it | plans to march |
| called_for | ought to be | urges, demands |
| denied | did not happen, in answer | denies, rejects |
| prevented | did not happen | failed to, refused to, without |
| tried | was begun, its end is open | tried to leave |
| wished | is only wished | hopes to, wants to |
| truth | happened; with a negation, it is denied | it is not true that |
"""

from clarion.language.wordlists import words

_VERBS: dict[str, str] = {
    "passes": (
        "manage mean mark celebrate commemorate call answer_with hold succeed begin start continue resume "
        "proceed keep force cause make help get have do let allow permit enable happen occur remember bother "
        "dare lead lead_to result_in come go be become able use carry conduct commit launch suffer undergo "
        "endure experience perform undertake mount stage inflict face_down see watch hear witness involve "
        "include mean_for compel coerce take give bring oblige bind entitle free stay remain stop_over "
        "subject serve receive spend engage_in participate_in take_part join_in amount_to need_not find leave "
        "end_up turn_out"
    ),
    "presupposed": (
        "condemn deplore denounce regret mourn decry lament criticise criticize protest oppose_to stop cease "
        "end halt suspend pause quit resent welcome praise applaud thank apologise apologize forgive know "
        "discover realise realize learn recall forget_that reveal expose investigate probe examine "
        "remember_that explain justify excuse ignore resist survive protest_against react_to respond_to shock "
        "alarm concern_about investigate_into follow punish avenge legalise legalize monitor film photograph "
        "object_to "
        "quash annul reverse rescind commute void overturn revoke lift undo repeal "
        "pretend_not notice observe see_that hear_that hide conceal cover_up look_into"
    ),
    "reported": (
        "find_that blame document record attribute denounce_that condemn_that deplore_that regret_that say "
        "report tell claim allege announce_that state add note write confirm admit insist argue declare "
        "assert maintain describe testify recount relate complain indicate reply answer accuse charge "
        "accuse_of charge_with cite quote mention tweet post comment concede acknowledge convict_of conclude "
        "suggest contend show confess confess_to disclose repeat reiterate indict_for recall_that hear_from "
        "inform warn_that implicate_in list detail blame_for tell_that speak_of talk_of tell_of verify corroborate "
        "substantiate affirm avow avouch attest attest_to swear_that"
    ),
    "believed": (
        "believe think suspect presume assume suppose estimate understand guess imagine seem appear "
        "suspect_of look sound feel reckon deem consider_that speculate gather_that"
    ),
    "possible": ("doubt wonder question ask_whether rumour rumor whether hint imply"),
    "feared": (
        "dread brace brace_for require need_to fear worry risk face threaten expect predict forecast warn warn_of "
        "warn_against anticipate await near approach brave envisage foresee threaten_with loom tend "
        "protect_from shield_from worry_aboutfear_for concern_for court invite_trouble expose_to"
    ),
    "announced": (
        "call_passive postpone delay defer reschedule seek plan intend schedule prepare prepare_for organise "
        "organize arrange agree decide vow pledge promise set propose announce due list_for convene host aim "
        "order consider_doing resolve opt choose elect earmark slate book sign_up approve authorise authorize "
        "order_for commit_to invite_to invite_for swear offer undertake_to volunteer mean_to adjourn fix reconvene "
        "pencil guarantee plot scheme"
    ),
    "called_for": (
        "order_to order_that urge demand call_for call_on call_upon ask request beg implore plead appeal "
        "appeal_for appeal_to press_to press_for push_for pressure insist_on recommend advise advocate "
        "petition lobby lobby_for campaign_for pray_for pray_that pray instruct command beseech invite encourage "
        "advocate_for need entreat exhort remind deserve demand_that must ought propose_that plead_for vote_for "
        "rally_for chant_for shout_for cry_for clamour_for clamor_for agitate_for march_for demonstrate_for "
        "protest_for call_out_for tell_to warn_to summon want_to_see hope_for ask_for should persuade convince"
    ),
    "denied": ("deny reject refute dismiss dispute rebut contradict disown disavow contest debunk"),
    "prevented": (
        "fail_to refuse decline_to forget_to neglect neglect_to prevent avoid avert escape dodge evade ban bar "
        "prohibit forbid block stop_from keep_from discourage deter dissuade rule_out cancel scrap abandon "
        "hinder thwart foil hamper refrain_from abstain_from hesitate_to unable unwilling reluctant lack miss "
        "omit withhold decide_against vote_against stay_of spare save_from obstruct abort "
        "exclude prohibit_from ban_from bar_from prevent_from impossible unlikely reject_the "
        "halt_from protect_against too drop shelve stay spar nix veto foreclose fall_short_of"
    ),
    "tried": ("try attempt struggle strive fight endeavour endeavor"),
    "wished": (
        "want wish hope like love prefer dream aspire desire long yearn fancy eager willing ready keen afraid "
        "hesitant would_like consider contemplate mull ponder think_of think_about debate discuss weigh "
        "pretend can"
    ),
}
_NOUNS: dict[str, str] = {
    "passes": (
        "wave series campaign spate string number case cases incident act process policy practice pattern "
        "spree kind type form sort rate level rise increase surge spike round threat_carried result means "
        "subject victim survivor scene place site ability evidence proof sign indication confirmation fact "
        "documentation"
    ),
    "presupposed": (
        "end halt stop suspension moratorium condemnation investigation inquiry anniversary aftermath memory "
        "legality responsibility impunity accountability protest outrage reaction response truth reason "
        "motive cause news knowledge cessation pause freeze"
    ),
    "reported": (
        "report allegation claim accusation account testimony story statement complaint charge suspicion_that "
        "assertion announcement admission confession finding conclusion description mention reminder suggestion notion "
        "insinuation contention trial_for prosecution_for conviction_for version assurance hint idea_that"
    ),
    "believed": ("belief suspicion impression view opinion assumption guess theory presumption estimate"),
    "possible": ("rumour rumor speculation question doubt possibility_that whisper gossip"),
    "feared": (
        "fear risk threat danger prospect possibility likelihood probability warning worry concern forecast "
        "prediction expectation dread spectre specter vulnerability chance peril potential imminence menace verge "
        "brink cusp threshold"
    ),
    "announced": (
        "seek plan decision intention intent preparation agreement announcement_of promise pledge vow "
        "schedule proposal scheme programme_of date_for invitation commitment deal arrangement order warrant word_that "
        "guarantee"
    ),
    "called_for": (
        "time_to time_for call demand appeal request plea petition recommendation urging campaign_for "
        "obligation duty need requirement pressure instruction summons push motion insistence bill cry prayer "
        "resolution must ask"
    ),
    "denied": (
        "denial rejection refutation dismissal rebuttal lie fabrication falsehood myth invention hoax nonsense slander "
        "fiction propaganda libel smear fake untruth fantasy"
    ),
    "prevented": (
        "failure refusal inability lack absence ban prohibition prevention avoidance end_to impossibility "
        "cancellation postponement alternative protection bar stay unwillingness reluctance"
    ),
    "tried": ("attempt effort bid struggle try"),
    "wished": (
        "hope wish desire willingness readiness opportunity right freedom dream option consent permission "
        "authority power authorisation eligibility"
    ),
    "condition": ("event_of prospect_if"),
    "truth": ("case_that"),
}
_ADJECTIVES: dict[str, str] = {
    "passes": (
        "able forced obliged busy liable_not free compelled first last only quick wrong right responsible "
        "guilty complicit involved capable"
    ),
    "presupposed": (
        "aware sorry glad happy angry outraged shocked horrified alarmed appalled saddened dismayed proud "
        "concerned sad illegal unlawful cruel legal routine common"
    ),
    "reported": ("clear obvious evident certain_that adamant"),
    "believed": ("sure confident convinced apparent"),
    "possible": ("unclear uncertain unknown doubtful unconfirmed"),
    "feared": (
        "likely imminent inevitable bound afraid fearful worried vulnerable subject liable prone certain "
        "poised probable possible exposed susceptible about"
    ),
    "announced": ("due set ready scheduled prepared determined committed planned"),
    "denied": ("false untrue baseless unfounded fabricated incorrect groundless"),
    "called_for": ("necessary essential vital urgent important imperative crucial obliged_to required needed overdue"),
    "truth": ("true correct accurate"),
    "prevented": ("unable unwilling reluctant unlikely impossible hesitant powerless loath immune safe"),
    "wished": ("eager willing keen anxious desperate hopeful welcome eligible free_to easy hard difficult"),
}


def _table(groups: dict[str, str]) -> dict[str, str]:
    return {lemma: name for name, text in groups.items() for lemma in sorted(words(text))}


VERBS = _table(_VERBS)
NOUNS = _table(_NOUNS)
ADJECTIVES = _table(_ADJECTIVES)
# Verbs that mean something else with the particle behind them.
PHRASAL = {
    "call off": "prevented", "rule out": "denied", "stop short": "prevented", "fall short": "prevented",
    "hold off": "prevented", "back away": "prevented", "shy away": "prevented", "call on": "called_for",
    "call upon": "called_for", "put off": "announced", "carry out": "passes", "cover up": "presupposed",
    "set off": "passes", "find out": "presupposed", "point out": "reported", "hush up": "presupposed",
    "wave aside": "denied", "brush aside": "denied", "brush off": "denied", "shrug off": "presupposed",
    "set up": "passes", "hold back": "prevented", "pull back": "prevented", "make out": "reported",
}  # fmt: skip
# Nouns that give an allegation the lie.
LIES = words(
    "lie lies fabrication fabrications falsehood falsehoods myth invention inventions hoax nonsense slander fiction "
    "propaganda libel smear fake untruth fantasy"
)

# Verbs by which a nominal act is told to take place, so that it happens as they do.
OCCUR = words(
    "take happen occur begin start continue resume go come follow be make carry conduct hold proceed unfold break "
    "persist intensify increase rise remain commence last end"
)
# "will" with these tells a plan, not a forecast.
PLANNED = words(
    "fast sing hold organise organize march gather meet rally host stage launch convene present "
    "submit deliver screen open hear vote consider discuss protest demonstrate assemble publish conduct sign visit "
    "speak address join walk "
    "picket strike attend celebrate try arraign commemorate observe mark issue table debate resume perform broadcast "
    "read "
    "take collect deliver file appeal seek boycott hand start begin run continue"
)
ALLEGED = words("allegedly reportedly supposedly purportedly apparently evidently ostensibly")
PERHAPS = words("possibly perhaps maybe potentially conceivably")
PROBABLY = words("probably presumably likely seemingly")
ALLEGED_ADJECTIVES = words("alleged reported suspected purported so-called supposed accused apparent claimed")
UNCONFIRMED = words("unconfirmed unverified contradictory conflicting")
POSSIBLE_ADJECTIVES = words("possible potential probable rumoured rumored likely prospective hypothetical")
FEARED_ADJECTIVES = words("feared threatened imminent looming impending expected anticipated future inevitable")
PLANNED_ADJECTIVES = words("planned scheduled upcoming forthcoming proposed intended coming announced next")
FALSE_ADJECTIVES = words("fabricated invented imaginary fictitious nonexistent")
NEGATIVE_SUBJECTS = words("nobody none neither nothing no-one")
# "Join the march": an imperative that tells of a plan.
INVITING = words("join attend come support participate")
# "by the agency's count", "in the view of the court": whose word it is.
RECKONINGS = words("count estimate tally account reckoning view opinion figures")
# "had no part in", "took part in"
SHARES = words("part role hand involvement responsibility complicity share")
# What a negated word of the act itself tells the lack of: "not heard from", "given no food".
LACKED = words(
    "hear see know find give allow permit feed provide reach receive tell inform let access have supply bring food "
    "water medicine aid contact information word trace news help lawyer counsel treatment care visit be able"
)
# As an act word in the passive these tell of a date to come: "is listed for 9 June".
SCHEDULING = words("fix adjourn schedule list slate plan organise organize book timetable")
# Verbs of which the object comes about through them, so that "the" does not make it known.
CAUSING = words("lead result cause mean trigger provoke bring prompt spark threaten warrant justify allow")
# As an act word of the first person these ask for something: "we need drivers".
ASKING_FOR = words("need ask request demand")
SEEMING = words("seem appear look sound feel")
# Those whose "no" answers an allegation.
OFFICIALS = words(
    "ministry minister government spokesman spokeswoman spokesperson official authority army military police president "
    "embassy ambassador consulate commander general regime junta officer state administration prosecutor judiciary "
    "department foreign-ministry kremlin palace council militia company"
)
NEAR_MISS = words("almost nearly")
GENERIC_HEADS = words("person someone anyone anybody somebody people those one whoever individual man woman citizen")
BEFORE = words("before until till prior")
INSTEAD = words("without instead")
# What is not confirmed may have happened.
CONFIRMING = words(
    "verify confirm corroborate substantiate establish ascertain authenticate confirmation corroboration"
)
IMPOSSIBLE = words("impossible inconceivable unthinkable implausible excluded")
