"""What we say about YAML that can be read but is not used here: repeated keys, references, tags and the like."""

from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.source.printable import quoted


def duplicate_key(at: Location, key: str, first_line: int, first_column: int) -> Diagnostic:
    return Diagnostic(
        at,
        "yaml/duplicate-key",
        f"{quoted(key)} is written here and on line {first_line}; only the first is read",
        Severity.ERROR,
        "keep one of the two, or join what they hold",
        see=(Location(at.file, first_line, first_column),),
    )


def merge_key(at: Location) -> Diagnostic:
    message = '"<<" copies keys from elsewhere, which is not read here'
    return _error(at, "yaml/merge-key", message, "write the keys out in this place")


def empty_key(at: Location) -> Diagnostic:
    message = "there is no name before this colon"
    return _error(at, "yaml/empty-key", message, "write the name of what follows, such as `title:`")


def complex_key(at: Location) -> Diagnostic:
    message = "a list or a group of keys stands where the name of a key belongs"
    fix = "begin the line with a plain name and a colon; put text that contains brackets or braces in quotation marks"
    return _error(at, "yaml/complex-key", message, fix)


def alias(at: Location, name: str, anchor: Location | None) -> Diagnostic:
    if anchor is None:
        message = f'"*{quoted(name)[1:-1]}" refers to something named elsewhere, and nothing here has that name'
        fix = "put the text in quotation marks if the asterisk belongs to it"
    else:
        message = (
            f'"*{quoted(name)[1:-1]}" repeats what is written on line {anchor.line}; such references are not read here'
        )
        fix = "write it out in this place; put the text in quotation marks if the asterisk belongs to it"
    return Diagnostic(at, "yaml/alias", message, Severity.ERROR, fix, see=(anchor,) if anchor else ())


def unused_anchor(at: Location, name: str) -> Diagnostic:
    message = f'"&{quoted(name)[1:-1]}" is read as a name for what follows it, and such names are not used here'
    return _error(at, "yaml/anchor", message, "remove it; put the text in quotation marks if the & belongs to it")


def tag(at: Location, name: str) -> Diagnostic:
    short = name.replace("tag:yaml.org,2002:", "!!", 1)
    message = f"{quoted(short)} is read as a statement of the kind of value, which is not used here"
    return _error(at, "yaml/tag", message, "remove it; put the text in quotation marks if the ! belongs to it")


def second_document(at: Location) -> Diagnostic:
    message = "a second document begins here; only the first in a file is read"
    return _error(at, "yaml/second-document", message, "remove this line, or move what follows it to a file of its own")


def directive(at: Location, line: str) -> Diagnostic:
    message = f"{quoted(line.strip())} is read as an instruction to a program, because the line begins with %"
    return _error(at, "yaml/directive", message, "remove the line, or indent it if it continues the text above")


def no_space_after_dash(at: Location, text: str) -> Diagnostic:
    message = f"{quoted(text)} is read as text, because no space follows the dash"
    fix = "put a space after each dash that begins a list item; put the text in quotation marks if it is meant so"
    return Diagnostic(at, "yaml/no-space-after-dash", message, Severity.WARNING, fix)


def huge_number(at: Location, word: str) -> Diagnostic:
    message = f"{quoted(word)} is too large a number to be kept exactly"
    return _error(at, "yaml/huge-number", message, "put it in quotation marks if it is a code or a telephone number")


def escaped_control_character(at: Location, character: str) -> Diagnostic:
    message = f"this text contains the character U+{ord(character):04X}, which cannot be seen or printed"
    return _error(at, "yaml/control-character", message, "remove the escape that begins with a backslash")


def too_deep(at: Location, most: int) -> Diagnostic:
    message = f"lists and groups of keys stand inside one another more than {most} levels deep here"
    return _error(at, "yaml/too-deep", message, "remove brackets or indentation that were not meant")


def too_many(at: Location, most: int) -> Diagnostic:
    message = f"this file holds more than {most:,} names and values; it is read no further than here"
    return _error(at, "yaml/too-many-values", message, "divide it into several files")


def too_many_findings(at: Location, most: int) -> Diagnostic:
    message = f"this file has more mistakes of this kind than the {most} listed"
    return Diagnostic(at, "yaml/more-findings", message, Severity.NOTE, "correct these first, and ask again")


def empty_file(at: Location) -> Diagnostic:
    message = "this file holds nothing but blank lines or comments"
    return Diagnostic(at, "yaml/empty-file", message, Severity.WARNING, "fill it in, or delete it")


def not_a_mapping(at: Location, value: object) -> Diagnostic:
    if isinstance(value, list):
        message = "this file is a list; a file begins with a key, such as `partnership:`"
        fix = "write the name of what is listed and a colon on a line of its own above it"
    else:
        message = f"this file is the text {quoted(str(value))}; a file begins with a key, such as `partnership:`"
        fix = "write a name, a colon and a space before it"
        if isinstance(value, str) and ":" in value:
            fix = "put a space after the colon, as in `name: Vale`"
    return _error(at, "yaml/not-a-mapping", message, fix)


def _error(at: Location, code: str, message: str, fix: str) -> Diagnostic:
    return Diagnostic(at, code, message, Severity.ERROR, fix)
