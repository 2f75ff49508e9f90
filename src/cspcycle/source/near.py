"""The word that was probably meant."""

from collections.abc import Iterable


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like the word, whatever its capitals, hyphens and underscores; None when none is like it.

    >>> nearest("Priorites", ["partnership", "priorities"])
    'priorities'
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only a file with a misspelt word waits for it

    plain = {_plain(candidate): candidate for candidate in candidates}
    found = get_close_matches(_plain(word[:100]), plain, n=1, cutoff=0.7)
    return plain[found[0]] if found else None


def _plain(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
