"""The chain of voices at a place of a document."""

import pytest

from clarion.extract.voices import Chains
from clarion.model.vocabulary import VoiceRole

# (text, word asked for, chain of names outermost first)
_CHAINS = [
    ("The mayor said that guards beat two men.", "beat", ["The mayor"]),
    # the sentence after an attributed one belongs to the publisher
    ("The mayor said that guards beat two men. Later they burned the hall.", "burned", []),
    # inside quotation marks the speaker goes on
    ('"Guards beat two men. Later they burned the hall," said Ila Torv.', "burned", ["Ila Torv"]),
    ('"Guards beat two men," said Ila Torv. "Later they burned the hall."', "burned", ["Ila Torv"]),
    ("“They beat us.\n\n“Then they burned the hall,” said Ila Torv.", "beat", ["Ila Torv"]),
    # chains
    ("The mayor said a cook told her that guards beat two men.", "beat", ["The mayor", "a cook"]),
    ("“Police say guards beat two men,” Ila Torv said.", "beat", ["Ila Torv", "Police"]),
    ("The embassy told the Harbour Post that nobody was beaten.", "beaten", ["the Harbour Post", "The embassy"]),
    ("The paper wrote that guards beat two men, citing two nurses.", "beat", ["The paper", "two nurses"]),
    # a body and its spokesperson; two speakers
    ("A spokesman for the guard said two men were beaten.", "beaten", ["the guard", "A spokesman"]),
    ("Two men were beaten, the guard and a local priest said.", "beaten", ["the guard", "a local priest"]),
    # who condemns, warns or demands is a voice too
    ("Lawyers accuse the guard of beating two men.", "accuse", ["Lawyers"]),
    ("Lawyers accuse the guard of beating two men.", "beating", ["Lawyers"]),
    ("Residents demanded the arrest of the guards.", "arrest", ["Residents"]),
    ("Despite the protests of half the town, two men were beaten.", "protests", ["half the town"]),
    # unnamed speakers count, bare reports do not
    ("Credible rumours suggest that two men were beaten.", "beaten", ["Credible rumours"]),
    ("There are rumours, which nobody can check, that two men were beaten.", "beaten", ["rumours"]),
    ("According to information received, two men were beaten.", "beaten", []),
    ("Reports say two men were beaten.", "beaten", []),
    ("Two men were reportedly beaten.", "beaten", []),
    ("It is said that two men were beaten.", "beaten", []),
    # plans and wants vouch for nothing
    ("The guard plans to beat two men.", "beat", []),
    ("Rebels attacked the town.", "attacked", []),
    # pronouns
    ("Ila Torv spoke to us. She said two men were beaten.", "beaten", ["Ila Torv"]),
    ("The guard denied it. A spokesman said two men were beaten.", "beaten", ["The guard", "A spokesman"]),
    # headlines
    ("Guards beat two men: monitor\n\nNine saw it.", "beat", ["monitor"]),
    ("Committee: guards beat two men\n\nNine saw it.", "beat", ["Committee"]),
    # asides
    ("Two men, drivers say, were beaten.", "beaten", ["drivers"]),
    ("Two men were, in the view of a UN panel, beaten.", "beaten", ["a UN panel"]),
]


@pytest.mark.parametrize(("text", "word", "expected"), _CHAINS)
def test_a_chain_names_those_through_whom_the_words_came(text: str, word: str, expected: list[str]) -> None:
    at = text.index(word)
    assert [link.name for link in Chains(text).at((at, at + len(word)))] == expected


_TALK = "HOST: What happened?\n\nILA TORV: I saw it. Guards beat two men. Police say they fell.\n\nHOST: Did you run?\n"


def test_a_turn_of_a_talk_is_its_speakers_in_every_sentence() -> None:
    chains = Chains(_TALK)
    for word, expected in (("beat", ["ILA TORV"]), ("fell", ["ILA TORV", "Police"]), ("happened", [])):
        at = _TALK.index(word)
        assert [link.name for link in chains.at((at, at + len(word)))] == expected


_OWN = [
    ("Ila Torv, director of Harbour Watch, said two men were beaten.", True),
    ("The Watch said two men were beaten.", None),  # no link: the publisher itself
    ("The Watch's director said two men were beaten.", True),
    ("Our nurses say two men were beaten.", True),
    ("We say two men were beaten.", None),
    ("Ila Torv, director of River Aid, said two men were beaten.", False),
    ("The River Watch said two men were beaten.", False),
]


@pytest.mark.parametrize(("text", "own"), _OWN)
def test_the_publishers_own_staff_is_told_from_others(text: str, own: bool | None) -> None:
    at = text.index("beaten")
    links = Chains(text, publisher="Harbour Watch").at((at, at + 6))
    assert [link.own for link in links] == ([] if own is None else [own])


def test_a_link_says_whether_the_words_are_the_speakers_own() -> None:
    text = '"Two men were beaten," said Ila Torv. The mayor said that two fled. Nurses say nine hid.'
    chains = Chains(text)
    direct = chains.at((text.index("beaten"), text.index("beaten") + 6))[0]
    indirect = chains.at((text.index("fled"), text.index("fled") + 4))[0]
    assert (direct.direct, direct.role) == (True, VoiceRole.QUOTED)
    unnamed = chains.at((text.index("hid"), text.index("hid") + 3))[0]
    assert (indirect.direct, indirect.role) == (False, VoiceRole.CITED)
    assert (unnamed.name, unnamed.role) == ("Nurses", VoiceRole.UNNAMED)
    assert text[slice(*(direct.span or (0, 0)))] == "Ila Torv"


def test_a_link_becomes_a_voice_of_the_record() -> None:
    text = "Ila Torv said two men were beaten."
    link = Chains(text).at((27, 33))[0]
    assert link.cited() == type(link.cited())("Ila Torv", VoiceRole.CITED, (0, 8))
