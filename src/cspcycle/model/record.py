"""The base of every record a partnership writes: strict, frozen, and it remembers where each key was written."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from cspcycle.source.diagnostic import Location
from cspcycle.source.yaml_reader import Mapping, Sequence


def key(
    meaning: str,
    example: object = None,
    *,
    default: Any = None,
    duty: str | tuple[str, ...] = (),
    alias: str | None = None,
) -> Any:
    """A field of a record, with what `docs/files.md` says of it: its meaning, an example, the duties it serves.

    `default=...` makes the key required.
    """
    serves = (duty,) if isinstance(duty, str) else duty
    return Field(
        default,
        description=meaning,
        examples=None if example is None else [example],
        json_schema_extra={"serves": list(serves)} if serves else None,
        alias=alias,
    )


class Record(BaseModel):
    """A mapping in a partnership's files. Unknown keys are mistakes; `at()` says where a key was written."""

    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="forbid", frozen=True, protected_namespaces=(), hide_input_in_errors=True
    )
    __slots__ = ("raw",)  # the mapping as it stood in the file, with the place of every key
    if TYPE_CHECKING:  # an annotation at run time would make it a key
        raw: ClassVar[Mapping]

    @model_validator(mode="wrap")
    @classmethod
    def _remember(cls, value: Any, handler: Callable[[Any], Self]) -> Self:
        record = handler(value)
        object.__setattr__(record, "raw", value)
        return record

    def at(self, name: str | None = None, index: int | None = None) -> Location:
        """Where the value of key `name` (or its item `index`) stands; the record's own place if there is none."""
        raw: Mapping = self.raw
        if name is not None and name in raw.places:
            value = raw.get(name)  # nothing, where it was left out for a fault of its own
            if index is not None and isinstance(value, Sequence) and index < len(value.places):
                return Location(raw.file, *value.places[index])
            if isinstance(value, Mapping | Sequence):
                return Location(raw.file, *raw.places[name][:2])
            return Location(raw.file, *raw.places[name][2:])
        return Location(raw.file, raw.line, raw.column)

    def has(self, name: str) -> bool:
        """Whether the key was written at all, even with nothing behind it, or with something that could not be read."""
        return name in self.raw.places
