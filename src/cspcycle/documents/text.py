"""Characters that no document should hold, whoever wrote them."""

import re

WHITE = re.compile(r"[\t\n\v\f\r \x85\u2028\u2029]+")
UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
BREAKS = re.compile(r"[\v\f\x85\u2028\u2029]")


def clean(text: str) -> str:
    """The text without control characters, those that turn the reading direction, and rare line breaks."""
    return BREAKS.sub(" ", UNSEEN.sub("", text))


def one_line(text: str) -> str:
    """The text on one line, cleaned."""
    return WHITE.sub(" ", UNSEEN.sub("", text)).strip(" ")
