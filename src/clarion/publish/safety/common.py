"""Words that stand before names, and words with a capital letter that are no names when they stand alone."""

from functools import lru_cache

from clarion.publish.safety.folding import key_of
from clarion.reference.states import states

# forms of address, offices, kinship and ranks: they stay, since they name nobody
TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sir madam lady lord father fr sister sr brother br pastor rev reverend imam
    rabbi sheikh shaikh haji hajji captain capt colonel col general gen lieutenant lt major maj sergeant sgt corporal
    private officer inspector detective constable judge justice attorney lawyer advocate counsel minister president
    chairman chairwoman director secretary ambassador consul senator deputy governor mayor chief king queen prince
    princess comrade uncle aunt auntie aunty mother grandmother grandfather daughter son wife husband cousin nephew
    prosecutor commander guard driver doctor mullah elder bishop priest
    niece child baby witness survivor victim defendant nurse teacher student engineer journalist reporter the a an and
    of with for by alias aka known as called nicknamed or nee née formerly""".split()
)

# words of the language that begin sentences, and the calendar: a surname of this spelling is found with its first name
NO_NAMES = TITLES | frozenset(
    """about above after again against all also although am among amid any are around as at be because been before
    being below between both but can could did do does down during each either else even every few from further had has
    have he hence her here hers him his how however i if in into is it its itself just last later less like more most
    much must my near neither never no none nor not now off often on once one only other others our out over own per
    rather same she should since so some such than that their them then there these they this those though through thus
    to too two three four five six seven eight nine ten toward under until up upon us very was we were what when where
    whether which while who whom whose why will would yes yet you your dear today yesterday tomorrow
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    north south east west northern southern eastern western central new old united nations human rights church police
    army border government ministry state city county district province village river street road avenue camp centre
    center committee council court group team office family people name names""".split()
)


@lru_cache(maxsize=1)
def names_of_states() -> frozenset[str]:
    """The names of states and of their people, squeezed: they are said of too many to lead to one."""
    found: set[str] = set()
    for state in states():
        words = [state.name, *state.names.values(), *state.aliases, *state.demonyms]
        found.update(key_of(word) for word in words if " " not in word)
    return frozenset(found)
