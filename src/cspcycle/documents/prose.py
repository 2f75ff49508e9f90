"""Templates to Markdown: the sandboxed Jinja environment, and its complaints as located diagnostics."""

import difflib
from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    StrictUndefined,
    TemplateNotFound,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from cspcycle.documents import limits
from cspcycle.documents.catalogue import (
    ENDING,
    OWN,
    SHIPPED,
    read_template,
    shipped_folder,
    split_front_matter,
)
from cspcycle.documents.filters import FILTERS, KEPT_FILTERS, KEPT_TESTS, figure, joined, shown
from cspcycle.documents.template_faults import template_fault
from cspcycle.documents.unprinted import refuse_unprinted
from cspcycle.source.diagnostic import Diagnostic


class UnknownName(StrictUndefined):
    """A name that the view does not have: using it says which names there are."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name = str(self._undefined_name)
        if self._undefined_obj is missing:
            return f"uses the name `{name}`, which does not exist here"
        if not isinstance(self._undefined_obj, dict):
            return f"asks for `{name}` of something that has no parts with names"
        known = sorted(map(str, self._undefined_obj))
        near = difflib.get_close_matches(name, known, n=1)
        advice = f"the nearest is `{near[0]}`" if near else f"there are: {', '.join(known[:12])}"
        return f"asks for `{name}`, which is not there; {advice}"


class _Compiled(BytecodeCache):
    """Compiled shipped templates, kept for the next partnership in the same run."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self.codes[bucket.key, bucket.checksum] = bucket.code


COMPILED = _Compiled()


class _Templates(BaseLoader):
    """A partnership's own templates first, the shipped ones second; `@pkg/` reaches the shipped one."""

    def __init__(self, own: Path | None) -> None:
        self.own = own
        self.reading = ""

    def get_source(self, environment: Any, template: str) -> tuple[str, str, None]:
        environment.allowance.step(50)
        choices = [(shipped_folder(), SHIPPED)]
        if self.own is not None and not template.startswith(SHIPPED):
            choices.insert(0, (self.own, OWN))
        bare = template.removeprefix(SHIPPED)
        for folder, prefix in choices:
            text = read_template(folder, bare)
            if text is not None:
                self.reading = prefix + bare
                return split_front_matter(text)[1], self.reading, None
        raise TemplateNotFound(template)


class _Generator(CodeGenerator):
    """Code that prints what a template itself says, such as `{{ 1000 | number }}`, in the same way as the view."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja with strict names, Markdown made safe, plain data only, and an allowance."""

    code_generator_class = _Generator
    intercepted_binops = frozenset(("+", "*", "**", "%"))
    allowance: limits.Allowance

    def __init__(self, templates: _Templates) -> None:
        super().__init__(
            loader=templates,
            undefined=UnknownName,
            autoescape=True,
            finalize=self._print,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=COMPILED,
        )
        self.templates = templates
        self.allowance = limits.Allowance()
        known = {name: self.filters[name] for name in KEPT_FILTERS} | dict(FILTERS)
        self.filters = {name: self._paid(function) for name, function in known.items()}
        self.filters |= {"_each": self._each, "_joined": self._joined, "_compared": limits.compare}
        compared = {name: limits.COMPARISONS[name] for name in ("eq", "ne", "gt", "lt", "in")}
        self.tests = {name: self.tests[name] for name in KEPT_TESTS} | compared
        self.globals = {"range": self.globals["range"], "namespace": self.globals["namespace"], "figure": figure}

    def _print(self, value: object) -> str:
        text = shown(value)
        self.allowance.write(len(text))
        return text

    def _each(self, items: Any, constant_text: int) -> Any:
        return self.allowance.each(items, constant_text)

    def _joined(self, values: list[Any]) -> str:
        self.allowance.write(sum(len(value) for value in values if isinstance(value, str)))
        return joined(values)

    def _paid(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)  # it carries Jinja's marks of what the filter wants to be passed
        def paid(*values: Any, **options: Any) -> Any:
            self.allowance.step(max(map(limits.size, values), default=1))
            result = function(*values, **options)
            if isinstance(result, str):
                self.allowance.write(len(result))
            return result

        return paid

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - Jinja's signature
    ) -> str:
        refuse_unprinted(source, self._parsed, filename)
        return super()._generate(limits.bounded(source), name, filename, defer_init)

    def _parsed(self, name: str) -> nodes.Template:
        reading = self.templates.reading
        text, file, _ = self.templates.get_source(self, name)
        parsed = self._parse(text, name, file)
        self.templates.reading = reading  # what goes wrong from here on is not the other's fault
        return parsed

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A key of a group before a method of its kind: an agenda has `items`."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        neutral = limits.method_is_neutral(obj, attr)
        return super().is_safe_attribute(obj, attr, value) if neutral is None else neutral

    def unsafe_undefined(self, obj: Any, attribute: str) -> Any:
        hint = f"asks for `{attribute}`, which a template may not use"
        return self.undefined(hint, name=attribute, obj=obj, exc=SecurityError)

    def wrap_str_format(self, value: Any) -> None:
        """None: `format` is refused like every method not named in limits.py, since a width can fill the memory."""

    def call(self, context: Any, function: Any, /, *values: Any, **options: Any) -> Any:
        """A call, which costs as much as a few steps of a loop."""
        self.allowance.step(5)
        result = super().call(context, function, *values, **options)
        if isinstance(result, str):
            self.allowance.write(len(result))
        return result

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002 - Jinja's
        return limits.calculate(operator, left, right, self.allowance)


class Prose:
    """The documents of one partnership, ready to be filled."""

    def __init__(self, own: Path | None = None) -> None:
        self._templates = _Templates(own)
        self._environment = _Environment(self._templates)

    def render(self, name: str, view: Mapping[str, Any]) -> tuple[str | None, tuple[Diagnostic, ...]]:
        """The document's Markdown, or the one mistake in its templates that stopped it.

        Raises: TypeError if the view holds anything but plain data: a template could call its methods.
        """
        if not limits.plain(dict(view)):
            raise TypeError("a view is made of dicts, lists, text, numbers and dates only")
        self._environment.allowance = limits.Allowance()
        try:
            text = self._environment.get_template(name + ENDING).render(view)
            self._environment.allowance.write(len(text))
        except Exception as error:  # noqa: BLE001 - the view is plain data, so what fails is what the template says
            return None, (template_fault(error, self._templates.reading or OWN + name + ENDING),)
        return text.strip("\n") + "\n", ()
