"""Text as the search index holds it: runs of Chinese, Japanese and Korean signs become overlapping pairs.

Such scripts have no spaces, and a word in them has mostly two signs, so pairs find every word of two or more without
a dictionary. The last sign of a run stands alone as well, so that a single sign is found as the start of a token.
"""

import re

_RUN = re.compile(
    "[\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U000323af]+"
)
_WORD = re.compile(r"\w+")


def with_pairs(text: str) -> str:
    """The text with each run of signs replaced by its overlapping pairs and its last sign, divided by spaces."""
    return _RUN.sub(lambda run: f" {' '.join(_pairs(run[0]))} ", text)


def query_of(words: str) -> str:
    """A full-text query for documents that hold every word; a run of signs must stand there in one piece.

    Returns an empty text when there is no word to look for. Operators of the query language lose their meaning.
    """
    return " AND ".join(_terms(words))


def words_of(words: str) -> list[str]:
    """The words of a query as a person wrote them."""
    return _WORD.findall(words)


def _terms(words: str) -> list[str]:
    terms = []
    for word in _WORD.findall(words):
        start = 0
        for run in _RUN.finditer(word):
            if run.start() > start:
                terms.append(f'"{word[start : run.start()]}"')
            terms.append(_term_of_run(run[0]))
            start = run.end()
        if start < len(word):
            terms.append(f'"{word[start:]}"')
    return terms


def _term_of_run(run: str) -> str:
    if len(run) == 1:
        return f'"{run}"*'
    return f'"{" ".join(_pairs(run)[:-1])}"'


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run))]
