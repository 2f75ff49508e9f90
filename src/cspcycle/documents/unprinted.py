"""What a template that extends another would lose in silence: a block that the other has not, words outside blocks."""

from collections.abc import Callable, Iterator

from jinja2 import TemplateNotFound, TemplateSyntaxError, nodes

from cspcycle.documents.catalogue import RefusedError


class UnprintedError(TemplateSyntaxError):
    """Something that would not be printed. `nearby`: the names of the blocks that there are, if one was misspelt."""

    nearby: tuple[str, ...] = ()


def refuse_unprinted(template: nodes.Template, parse: Callable[[str], nodes.Template], file: str | None) -> None:
    """Look through a template that extends another one.

    Raises: UnprintedError at the first thing that would not be printed; TemplateSyntaxError when the other is faulty.
    """
    if _extended(template) is None:
        return
    try:
        there = _blocks_above(template, parse)
    except (TemplateNotFound, RefusedError):
        return  # which is told, with its line, when the template is filled
    for block in _outermost(template):
        if there is not None and block.name not in there:
            error = UnprintedError(f"fills the block `{block.name}`, which does not exist", block.lineno, None, file)
            error.nearby = tuple(sorted(there))
            raise error
    is_after = False
    for node in template.body:
        is_after = is_after or isinstance(node, nodes.Extends)
        if is_after and isinstance(node, nodes.Output) and (line := _first_line(node)):
            raise UnprintedError("has words outside its blocks, which would not be printed", line, None, file)


def _extended(template: nodes.Template) -> nodes.Extends | None:
    return next((node for node in template.body if isinstance(node, nodes.Extends)), None)


def _blocks_above(template: nodes.Template, parse: Callable[[str], nodes.Template]) -> set[str] | None:
    """The names of all blocks that can be filled; None where that is not known before the template is filled."""
    names: set[str] = set()
    seen: set[str] = set()
    while (extends := _extended(template)) is not None:
        if not isinstance(extends.template, nodes.Const) or extends.template.value in seen:
            return None
        seen.add(extends.template.value)
        template = parse(str(extends.template.value))
        names.update(block.name for block in template.find_all(nodes.Block))
    return names


def _outermost(node: nodes.Node) -> Iterator[nodes.Block]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _outermost(child)


def _first_line(output: nodes.Output) -> int:
    """The line on which something is printed; nought where there are only spaces and empty lines."""
    for part in output.nodes:
        if not isinstance(part, nodes.TemplateData):
            return part.lineno
        if part.data.strip():
            blank = len(part.data) - len(part.data.lstrip())
            return part.lineno + part.data[:blank].count("\n")
    return 0
