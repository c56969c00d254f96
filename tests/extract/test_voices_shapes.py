"""The shapes in which English gives somebody's words, each with the chain that it makes."""

import pytest

from clarion.extract.voices import Chains

# text with the word asked for in braces, chain of names outermost first
_SHAPES = [
    # verbs with and without "that", passives, accusations
    ("Officials said 12 men were {killed}.", ["Officials"]),
    ("The soldiers were accused by villagers of {killing} nine people.", ["villagers"]),
    ("The soldiers are alleged by residents to have {killed} nine people.", ["residents"]),
    ("The court ruled that his {detention} was unlawful.", ["The court"]),
    ("The ministry promised that the men would be {released}.", ["The ministry"]),
    # what is only planned or only heard is nobody's word
    ("The ministry plans to {release} the men.", []),
    ("The court heard that the men were {beaten}.", []),
    ("Nobody said that the men were {beaten}.", []),
    ("There are fears that guards {shot} nine men.", []),
    # quoted as saying, told, behind another
    ("The Karsk Post quoted a witness as saying that nine men were {held}.", ["The Karsk Post", "a witness"]),
    (
        "The minister was quoted by the Daily Lantern as saying that police {beat} nobody.",
        ["the Daily Lantern", "The minister"],
    ),
    ("“They {beat} him,” the woman told Lantern Radio.", ["Lantern Radio", "the woman"]),
    ('"We {held} nine men," the police chief, Ivo Lenn, told a news conference.', ["Ivo Lenn"]),
    # who the source is
    ("A trader who had fled to Port Almar said two men were {beaten}.", ["A trader who had fled to Port Almar"]),
    ("Those who escaped say guards {shot} nine men.", ["Those who escaped"]),
    ("Dana Orel of the Committee of Mothers says the men were {beaten}.", ["Dana Orel"]),
    ("Both the ministry and the army said nine men were {killed}.", ["the ministry", "the army"]),
    (
        "Dana Orel, a spokeswoman for the Shore Office, said nine men were {held}.",
        ["the Shore Office", "Dana Orel"],
    ),
    ("The Movement's spokesperson said nine men were {held}.", ["The Movement", "The Movement's spokesperson"]),
    (
        "The Column denied everything. Its spokesman, Ivo Lenn, said the army had {bombed} a town.",
        ["The Column", "Ivo Lenn"],
    ),
    ("The coastguard denied it. In a reply it said that nobody was {returned}.", ["The coastguard"]),
    # layout
    ("Army {kills} 12, say residents\n\nMore follows.", ["residents"]),
    ("Dana Orel, 34, teacher: “They {beat} my son. I saw it.”", ["Dana Orel"]),
    ("“They {beat} my son.”\n— Dana Orel, teacher\n\nNothing more was heard.", ["Dana Orel"]),
    ("> They {beat} my son.\n> — Dana Orel\n\nNothing more was heard.", ["Dana Orel"]),
    ("Witnesses told us:\n\n- Soldiers came.\n- They {took} two girls.\n\nThe army was silent.", ["Witnesses"]),
    ("Witnesses told us:\n\n- Soldiers came.\n\nThey {took} two girls.", []),
]


@pytest.mark.parametrize(("marked", "expected"), _SHAPES)
def test_each_shape_of_reported_words_names_its_speakers(marked: str, expected: list[str]) -> None:
    start = marked.index("{")
    end = marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    assert [link.name for link in Chains(text).at((start, end))] == expected


def test_the_publisher_that_is_told_stands_in_no_chain() -> None:
    text = "“They beat him,” the woman told Lantern."
    at = text.index("beat")
    assert [link.name for link in Chains(text, publisher="Lantern News Agency").at((at, at + 4))] == ["the woman"]
