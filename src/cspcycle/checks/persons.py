"""Words that name a person where only posts and references belong. The name itself is never repeated in a message."""

import re

_TITLES = r"Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Clr|Rev|Revd"
# a capital and small letters: "Ms A" and "Adult B" are how a review hides a name
_TITLE_AND_NAME = re.compile(rf"\b(?P<title>{_TITLES})\.?\s+(?:[A-Z]\.?\s+)*(?P<name>[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?)")
_WHOLE_NAME = re.compile(rf"(?:{_TITLES})\.?(?:\s+[A-Z][a-zA-Z'’.-]*){{1,3}}")
# what follows "Councillor" in the name of a post
_PARTS_OF_POSTS = frozenset({
    "Advocate", "Ambassador", "Cabinet", "Call", "Chair", "Champion", "Community", "Deputy", "Development",
    "Executive", "For", "Lead", "Leader", "Liaison", "Member", "Portfolio", "Representative", "Safety",
    "Services", "Support", "Vice", "Ward",
})  # fmt: skip


def title_of_a_person(text: str | None) -> str | None:
    """The title, such as `Cllr`, that stands before a name in the text; None when no person is named."""
    for found in _TITLE_AND_NAME.finditer(text or ""):
        if found["name"] not in _PARTS_OF_POSTS:
            return found["title"]
    return None


def is_a_name(text: str | None) -> str | None:
    """The title, when the whole text is a person's title and name and nothing else (`Dr Foster's School` is not)."""
    if text is None or not _WHOLE_NAME.fullmatch(text) or "'s " in text or "’s " in text:
        return None
    return title_of_a_person(text)
