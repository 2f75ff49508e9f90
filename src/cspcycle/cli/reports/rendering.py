"""What `render` did: the files with their sizes, or why there are none."""

from collections.abc import Iterator
from pathlib import Path

from cspcycle.application.render import Rendered
from cspcycle.cli.reports.contract import counted_in_words
from cspcycle.cli.reports.lines import wrapped
from cspcycle.cli.reports.text import Excerpts, finding_lines
from cspcycle.source.printable import printable


def report(rendered: Rendered, *, root: Path, is_check: bool, is_final: bool) -> str:
    """One partnership: what is wrong first, then the files, then what was left out and why."""
    return "\n".join(_lines(rendered, root, is_check=is_check, is_final=is_final)) + "\n"


def _lines(rendered: Rendered, root: Path, *, is_check: bool, is_final: bool) -> Iterator[str]:
    excerpts = Excerpts(root)
    for finding in rendered.findings:
        yield from finding_lines(finding, excerpts, colour=False)
    count = len(rendered.files)
    where = printable(str(rendered.output))
    if is_check:
        stale = sum(finding.code == "output/stale" for finding in rendered.findings)
        words = f"all {count} files are up to date" if count > 1 else "the file is up to date"
        if stale:
            words = f"{counted_in_words(stale, 'file')} out of date"
        if stale == len(rendered.findings):
            yield f"{printable(rendered.name)}: {words} in {where}"
            return
    if rendered.findings:
        done = "compared" if is_check else "written"
        fix = "mend these, or leave --final out for a draft" if is_final else "mend these and render again"
        yield from wrapped(f"{rendered.name}: nothing was {done}; {fix}", hanging=2, break_long_words=True)
        return
    if not count:
        yield f"{printable(rendered.name)}: the files hold material for no document"
    else:
        yield f"{printable(rendered.name)}: {counted_in_words(count, 'file')} in {where}"
    width = max((len(name) for name, _ in rendered.files), default=0)
    for name, size in rendered.files:
        yield f"  {name:<{width}}  {_size(size):>8}"
    yield from _cautions(rendered)


def _cautions(rendered: Rendered) -> Iterator[str]:
    """What to know of the files that were written, and what was not."""
    if rendered.errors:
        errors = counted_in_words(rendered.errors, "error")
        yield f"  The files hold {errors}, so some of this may be wrong: run cspcycle validate."
    if rendered.missing:
        words = f"Left out of this draft, the tables and charts of the evidence: {rendered.missing}"
        yield from wrapped(words, "  ", break_long_words=True)
    if rendered.left_out:
        yield "  Left out, for want of material:"
        for name, lacks in rendered.left_out:
            yield f"    {name}: {printable(', '.join(lacks))}"


def _size(size: int) -> str:
    return f"{size / 1024:.0f} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"
