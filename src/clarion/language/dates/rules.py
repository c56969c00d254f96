"""The rules that find expressions of time: patterns over the class letters of `lexer`.

The rules are tried in order at each token, so the longer stand before the shorter.
"""

import re
from dataclasses import replace

from clarion.language.dates import builders, clocks
from clarion.language.dates.lexer import Lexed
from clarion.language.dates.points import Builder, Point

NUM = r"(?:N(?:-?N)?|[DBa]|aN)"
VAGUE = r"(?:a?vf?)"
YEAR = r"(?:Y|NN(?:-?N)?)"
SIDE = r"(?:Cm?|[DN]m|[DN]?H)"
# rule name -> (pattern over class letters, builder), in order of trial
RULES: tuple[tuple[str, str, Builder], ...] = (
    ("iso", r"I", builders.iso),
    ("slash", r"X", builders.slashed),
    ("set_each", r"e(?:o|[ND]|q|x)?[UuWP]", builders.null("set")),
    ("feast", r"(?:[hRt])?FY?(?:,Y)?", builders.feast),
    (
        "days_of_month",
        r"t?[DO](?:[-gd,]d?t?[DO])+f?M(?:,?Y)?|M\.?[DO](?:[-gd,]d?t?[DO](?![:D]))+(?:,?Y)?",
        builders.days_of_month,
    ),
    ("month_day", r"(?:E-?)?M\.?-?t?(?:[DO]|(?:N-?)?o)(?:,?-?\(?Y|f?Y)?", builders.calendar),
    ("year_month_day", r"Y-?M\.?-?[DO]", builders.calendar),
    ("day_month", r"t?(?:[DO]|o(?=f))-?f?M\.?(?:,?-?Y)?", builders.calendar),
    ("the_year", r"t?Q?UY", builders.the_year),
    ("iso_month", r"Y-D(?!-)", builders.iso_month),
    ("nth_weekday", r"t?(?:[oO]|R)WP?f(?:M\.?Y?|[htR]{0,2}U|t?RM)", builders.nth_weekday),
    ("day_beside", r"tU[pj]T", builders.day_beside),
    ("unit_after_next", r"tU[jp]R(?![UuWMS])", builders.unit_after_next),
    ("told_day", r"t[UP][pj](?=[.,)|xinbd]|$)|tRP", builders.told_day),
    ("fiscal", r"t?Y-?[oO]-?U|tYU|QY", builders.nth_unit),
    ("nth_of", r"t?(?:[oO]|R)-?U(?:f(?:M\.?,?f?Y?|t?(?:f)?Y)|,?f?Y)", builders.nth_unit),
    ("nth_of_relative", r"[hR]U'(?:[oO]-?)?U|t?[oO]-?Uf[thR]{1,2}U", builders.nth_of_relative),
    ("first_units", rf"t?(?:[oO]|R)(?:{NUM})?[uU]f(?:M\.?,?f?Y?|Y|[htR]{{1,2}}U)", builders.first_units),
    ("part_month_year", r"(?:t?Ef?t?-?|t?G(?:ft?|-)|t?EGf)M\.?(?:[,f]?Y)?", builders.calendar),
    ("month_year", r"M\.?[,f-]?Y|YM(?!\.?[DO])", builders.calendar),
    ("month_spelled", r"M\.?[,f]?NN(?:d?N(?:-?N)?|-?N)?", builders.spelled_year),
    ("month_relative", r"[hR]M", builders.month_relative),
    ("clock_range", rf"(?:[ND]m?|Cm?|[DN]?H)[-gd](?:{SIDE})|Cm?[-g]C", clocks.clock),
    ("clock_of_part", r"[DNC]i?tP", clocks.clock_of_part),
    ("clock_at", r"(?<=[ny])[ND](?=n?(?:WP|TP|[hR]P))", clocks.clock),
    ("clock", r"Cm?|[DN]m|[DN]cm?|[DN]?H", clocks.clock),
    ("weekday", r"(?:h?R|h)?W(?:,?t?O|,?t(?:N-?)?o|,?D(?=[.,)|k]|$))?", builders.weekday),
    ("today", r"T", builders.today),
    ("offset_from", rf"y?{NUM}[uU][pjrs](?:T|V)", builders.offset_from),
    ("ago", rf"(?:y?{NUM}[uU](?:d{NUM}[uU]|dy)?|{VAGUE}u|[uU])(?:y)?A", builders.offset),
    ("later", rf"y?(?:{NUM}|{VAGUE})(?:[uU]|P)L", builders.offset),
    ("year_earlier", r"t?U-L", builders.year_earlier),
    ("ago_unit", r"t?U-A(?:o-?)?U?", builders.year_earlier),
    ("in_offset", rf"i(?:y)?{NUM}[uU](?![fA]|dN)", builders.offset),
    ("within", rf"Jt?R?{NUM}[uU](?![fA])", builders.within),
    ("stretch", rf"t?(?:R(?:{NUM}|{VAGUE})[uU]|{NUM}Ru|Ru)", builders.stretch),
    ("year_end", r"U(?:-|')?G(?![fA])", builders.year_end),
    ("part_of_unit", r"(?:L(?:i)?|t?E(?:i|f)?t?-?|t?G(?:f|-)t?)(?:h|R)?t?U(?![LA])", builders.part_of_unit),
    ("context_unit", r"q[UP]", builders.context_unit),
    ("the_relative_unit", r"tRQ?U", builders.the_relative_unit),
    ("this_part", r"[hR]P", builders.this_part),
    ("relative_unit", r"[hR]Q?U", builders.relative_unit),
    ("century", r"t?Q?E?-?[oO]-?U(?![A-Z])", builders.ordinal_unit),
    ("the_quarter", r"tQ?U", builders.the_quarter),
    ("decade", r"t?E?-?K", builders.decade),
    ("season", r"(?:t?E?-?)(?:[hRt])?S(?:f?Y)?", builders.season),
    ("month", r"M", builders.calendar),
    ("year", r"(?:E-?)?Y", builders.bare_year),
    ("spelled_year", r"(?:tU)?NN(?:d?N(?:-?N)?|-?N)?(?!-?[uUN])", builders.spelled_year),
    ("day_of_month", r"tO", builders.day_of_month),
    ("weekdays", r"w", builders.null("set")),
    ("duration", rf"(?:{NUM}|{VAGUE})-?[uU]", builders.duration),
    ("daypart", r"P", builders.daypart),
    ("now", r"V", builders.null("vague")),
)
MASTER = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in RULES))
BUILDERS: dict[str, Builder] = {name: builder for name, _, builder in RULES}


def find_points(lexed: Lexed) -> list[Point]:
    """Every expression in text order, none overlapping."""
    found = []
    position = 0
    codes, tokens = lexed
    search = MASTER.search
    while match := search(codes, position):
        name = match.lastgroup or ""
        first, last = match.span(name)
        point = BUILDERS[name](codes, tokens, first, last)
        for item in point if isinstance(point, list) else [point]:
            if item is not None:
                found.append(item if item.rule else replace(item, rule=name))
        position = last if point is not None or last - first < 2 else first + 1
    return found
