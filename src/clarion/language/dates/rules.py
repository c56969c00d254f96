"""The rules that find expressions of time: patterns over the class letters of `lexer`.

The rules are tried in order at each token, so the longer stand before the shorter.
"""

import re

from clarion.language.dates import absolute, clocks, offsets, relative
from clarion.language.dates.lexer import Lexed
from clarion.language.dates.points import Builder, Point

NUM = r"(?:N(?:-?N)?|[DBa]|aN)"
VAGUE = r"(?:a?vf?)"
YEAR = r"(?:Y|NN(?:-?N)?)"
SIDE = r"(?:Cm?|[DN]m|[DN]?H)"
# rule name -> (pattern over class letters, builder), in order of trial
RULES: tuple[tuple[str, str, Builder], ...] = (
    ("iso", r"I", absolute.iso),
    ("slash", r"X", absolute.slashed),
    ("set_each", r"e(?:o|[ND]|q|x)?[UuWP]", relative.null("set")),
    ("feast", r"(?:[hRt])?FY?(?:,Y)?", absolute.feast),
    (
        "days_of_month",
        r"t?[DO](?:[-gd,]d?t?[DO]){1,8}f?M(?:,?Y)?|M\.?[DO](?:[-g]t?[DO](?![:D]))(?:,?Y)?"
        r"|M\.?[DO](?:[-gd,]d?t?[DO](?![:DxuU])){1,8}(?:,?Y)?|tO(?:[-gd]t?O){1,4}",
        absolute.days_of_month,
    ),
    ("month_day", r"(?:E-?)?M\.?-?t?(?:[DO]|(?:N-?)?o)(?:,?-?\(?Y|f?Y)?", absolute.calendar),
    ("year_month_day", r"Y-?M\.?-?[DO]", absolute.calendar),
    ("day_month", r"t?(?:[DO]|o(?=f))-?f?M\.?(?:,?-?Y)?", absolute.calendar),
    ("the_year", r"t?Q?UY", absolute.the_year),
    ("day_of_relative", r"tOf(?:t?[hR]|t)U", relative.day_of_relative),
    ("iso_month", r"Y-D(?!-)", absolute.iso_month),
    ("nth_weekday", r"t?(?:[oO]|R)WP?f(?:M\.?Y?|[htR]{0,2}U|t?RM)", relative.nth_weekday),
    ("day_beside", r"tU[pj]T", offsets.day_beside),
    ("unit_after_next", r"tU[jp]R(?![UuWMS])", offsets.unit_after_next),
    ("told_day", r"t[UP][pj](?=[.,)|xinbd]|$)|tRP", offsets.told_day),
    ("quarter", r"Z(?:f|,)?-?Y|Y-?Z|Z", absolute.quarter),
    ("fiscal", r"t?Y-?[oO]-?U|tYU|QY", absolute.nth_unit),
    ("nth_of", r"t?(?:[oO]|R)-?U(?:f(?:M\.?,?f?Y?|t?(?:f)?Y)|,?f?Y)", absolute.nth_unit),
    ("nth_of_relative", r"[hR]U'(?:[oO]-?)?U|t?[oO]-?Uf[thR]{1,2}U", relative.nth_of_relative),
    ("first_units", rf"t?(?:[oO]|R)(?:{NUM})?[uU]f(?:M\.?,?f?Y?|Y|[htR]{{1,2}}U)", absolute.first_units),
    ("part_month_year", r"(?:t?Ef?t?-?|t?G(?:ft?|-)|t?EGf)M\.?(?:[,f]?Y)?", absolute.calendar),
    ("month_year", r"M\.?[,f-]?Y|YM(?!\.?[DO])", absolute.calendar),
    ("month_spelled", r"M\.?[,f]?NN(?:d?N(?:-?N)?|-?N)?", absolute.spelled_year),
    ("month_relative", r"[hR]M", relative.month_relative),
    ("clock_range", rf"(?:[ND]m?|Cm?|[DN]?H)[-gd](?:{SIDE})|Cm?[-g]C", clocks.clock),
    ("clock_of_part", r"[DNC]i?tP", clocks.clock_of_part),
    ("clock_at", r"(?<=[ny])[ND](?=n?(?:WP|TP|[hR]P))", clocks.clock),
    ("clock_after_part", r"Pny?[ND](?=[.,)|ix]|$)", clocks.clock_after_part),
    ("clock", r"C[mH]?|[DN]m|[DN]cm?|[DN]?H", clocks.clock),
    ("bare_hour", r"(?<=[TWMY]n)y?[ND](?![mcHCNDB])", clocks.bare_hour),
    ("weekday", r"(?:h?R|h)?W(?:,?t?O(?!-?f?M)|,?t(?:N-?)?o(?!f?M)|,?D(?=[.,)|k]|$))?", relative.weekday),
    ("weekdays_ago", rf"{NUM}wA", relative.weekdays_ago),
    ("today", r"T", relative.today),
    ("offset_from", rf"y?{NUM}[uU][pjrs](?:T|V)", offsets.offset_from),
    ("ago", rf"(?:y?{NUM}[uU](?:d{NUM}[uU]|dy)?|{VAGUE}u|[uU])(?:y)?A", offsets.offset),
    ("later", rf"y?(?:{NUM}|{VAGUE})(?:[uU]|P)L", offsets.offset),
    ("year_earlier", r"t?U-L", relative.year_earlier),
    ("ago_unit", r"t?U-A(?:o-?)?U?", relative.year_earlier),
    ("in_offset", rf"i(?:y)?{NUM}[uU](?![fA]|dN)", offsets.offset),
    ("within", rf"Jt?R?{NUM}[uU](?![fA])", offsets.within),
    ("stretch", rf"t?(?:R(?:{NUM}|{VAGUE})[uU]|{NUM}Ru|Ru)", offsets.stretch),
    ("year_end", r"U(?:-|')?G(?![fA])", relative.year_end),
    ("part_of_unit", r"(?:L(?:i)?|t?E(?:i|f)?t?-?|t?G(?:f|-)t?)(?:h|R)?t?U(?![LA])", relative.part_of_unit),
    ("context_unit", r"q[UP]", relative.context_unit),
    ("the_relative_unit", r"tRQ?U", relative.the_relative_unit),
    ("this_part", r"[hR]P", relative.this_part),
    ("relative_unit", r"[hR]Q?U", relative.relative_unit),
    ("century", r"t?Q?E?-?[oO]-?U(?![A-Z])", absolute.ordinal_unit),
    ("the_quarter", r"tQ?U", relative.the_quarter),
    ("decade", r"t?E?-?K", absolute.decade),
    ("season", r"(?:t?E?-?)(?:[hRt])?S(?:f?Y)?", absolute.season),
    ("month", r"M", absolute.calendar),
    ("year", r"(?:E-?)?Y", absolute.bare_year),
    ("spelled_year", r"(?:tU)?NN(?:d?N(?:-?N)?|-?N)?(?!-?[uUN])", absolute.spelled_year),
    ("day_of_month", r"tO", relative.day_of_month),
    ("weekdays", r"w", relative.null("set")),
    ("duration", rf"(?:{NUM}|{VAGUE})-?[uU]", offsets.duration),
    ("daypart", r"P", relative.daypart),
    ("now", r"V", relative.null("vague")),
)
# Classes that make an expression alone, and for the others those that may follow them in one: a quick look before the
# rules are tried. A test holds it against the rules.
_OPENINGS = (
    r"[CFHIKMPSTVWXYZw]|(?<=[TWMY]n)[NDy]|t[-BDEFGKNOPQRSUYahot]|a[-NPRUuvw]|[DN][-,HMNPRTUWcdfghimntuw]|i[BDNay]|y[BDNav]"
    r"|[UuB][-'AGYPRUuwy]|[RhqQ][-BDEFMNOPQRSUWYaouv]|[EGLJ][-BDGKMNORSUYafhiot]|[Oo][-,BDMNUWadfgu]|e[DNPUWoqux]"
    r"|v[-PUfu]|-[KORShot]"
)
MASTER = re.compile(f"(?={_OPENINGS})(?:{'|'.join(f'(?P<{name}>{pattern})' for name, pattern, _ in RULES)})")
BUILDERS: dict[str, Builder] = {name: builder for name, _, builder in RULES}


# every rule asks for one of these classes
DATING = frozenset("BDOYKZIXCFMWwUuTPHSVN")


def find_points(lexed: Lexed) -> list[Point]:
    """Every expression in text order, none overlapping."""
    found = []
    position = 0
    codes, tokens = lexed
    if not DATING.intersection(codes):
        return []
    search = MASTER.search
    while match := search(codes, position):
        name = match.lastgroup or ""
        first, last = match.span(name)
        point = BUILDERS[name](codes, tokens, first, last)
        for item in point if isinstance(point, list) else [point]:
            if item is not None:
                item.rule = item.rule or name
                found.append(item)
        position = last if point is not None or last - first < 2 else first + 1
    return found
